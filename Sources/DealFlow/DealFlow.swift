// Deals as a weighted multigraph over integers.
