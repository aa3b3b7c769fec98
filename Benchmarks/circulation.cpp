// circulation simplex|scaling < payments: LEMON's greatest circulation, CPU seconds and the total.
// Payments are rows of four 32-bit numbers: from, to, amount, day.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <vector>

#include <lemon/cost_scaling.h>
#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>

using Graph = lemon::StaticDigraph;
using Values = Graph::ArcMap<std::int64_t>;

template <class Solver>
void measure(const Graph &graph, const Values &amounts, const Values &costs) {
  std::vector<double> times;
  std::int64_t total = 0;
  for (int run = 0; run < 5; ++run) {
    Solver solver(graph);
    solver.upperMap(amounts).costMap(costs);
    const std::clock_t start = std::clock();
    solver.run();
    times.push_back(double(std::clock() - start) / CLOCKS_PER_SEC);
    total = -solver.template totalCost<std::int64_t>();
  }
  std::sort(times.begin(), times.end());
  std::printf("%.6f %lld\n", times[times.size() / 2], static_cast<long long>(total));
}

int main(int, char **arguments) {
  std::int32_t row[4], nodes = 0;
  std::vector<std::pair<std::pair<int, int>, std::int64_t>> arcs;
  while (std::fread(row, sizeof row, 1, stdin) == 1) {
    arcs.push_back({{row[0], row[1]}, row[2]});
    nodes = std::max({nodes, row[0] + 1, row[1] + 1});
  }
  std::sort(arcs.begin(), arcs.end());
  std::vector<std::pair<int, int>> ends;
  for (const auto &arc : arcs) ends.push_back(arc.first);
  Graph graph;
  graph.build(nodes, ends.begin(), ends.end());
  Values amounts(graph), costs(graph, -1);
  for (Graph::ArcIt arc(graph); arc != lemon::INVALID; ++arc)
    amounts[arc] = arcs[graph.id(arc)].second;
  if (std::strcmp(arguments[1], "simplex") == 0)
    measure<lemon::NetworkSimplex<Graph, std::int64_t>>(graph, amounts, costs);
  else
    measure<lemon::CostScaling<Graph, std::int64_t>>(graph, amounts, costs);
}
