#pragma once
#include <graphviz/gvc.h>
#include <stdlib.h>

// The installed headers take `char *` for text they only read, and the type of a length changed from
// `unsigned` to `size_t` in Graphviz 10; what follows hides both.

static inline GVC_t *dealGraphvizContext(void) { return gvContext(); }

static inline Agraph_t *dealGraphvizParse(const char *dot) { return agmemread(dot); }

static inline int dealGraphvizLayout(GVC_t *context, Agraph_t *graph, const char *engine) {
  return gvLayout(context, graph, engine);
}

static inline int dealGraphvizRender(GVC_t *context, Agraph_t *graph, const char *format,
                                     char **bytes, unsigned long *length) {
#if defined(GRAPHVIZ_VERSION_MAJOR) && GRAPHVIZ_VERSION_MAJOR >= 10
  size_t count = 0;
#else
  unsigned int count = 0;
#endif
  int code = gvRenderData(context, graph, format, bytes, &count);
  *length = count;
  return code;
}

static inline void dealGraphvizSeed(void) {
  srand(1);
  srand48(1);
}

/// Collects what Graphviz says; it calls with pieces of lines.
typedef int (*DealGraphvizMessage)(char *);

static inline void dealGraphvizListen(DealGraphvizMessage handler) {
  agseterr(AGERR);
  agseterrf(handler);
}

static inline void dealGraphvizResetErrors(void) { agreseterrors(); }
static inline int dealGraphvizErrors(void) { return agerrors(); }
