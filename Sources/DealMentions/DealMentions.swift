// Text to mentions.
