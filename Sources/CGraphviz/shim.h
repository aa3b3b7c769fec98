#pragma once
#include <graphviz/gvc.h>
#include <stdlib.h>

// The installed headers take `char *` for text they only read, and the type of a length changed from
// `unsigned` to `size_t` in Graphviz 10; what follows hides both.

static inline GVC_t *dealGraphvizContext(void) { return gvContext(); }

/// A context without a plugin: it loads no fonts, and so starts ten times as fast.
static inline GVC_t *dealGraphvizBareContext(void) { return gvContextPlugins(NULL, 0); }

// `dladdr` is declared under a macro that modules of Swift don't see.
typedef struct {
  const char *file;
  void *start;
  const char *symbol;
  void *address;
} DealImage;
#ifdef __APPLE__
extern int dealImage(const void *address, DealImage *image) __asm__("_dladdr");
#else
extern int dealImage(const void *address, DealImage *image) __asm__("dladdr");
#endif

/// The file that libgvc was loaded from; null where that isn't known.
static inline const char *dealGraphvizFile(void) {
  DealImage image;
  return dealImage((const void *)&gvContext, &image) ? image.file : NULL;
}

/// Adds the plugin whose table is at `library`.
static inline void dealGraphvizAdd(GVC_t *context, void *library) {
  gvAddLibrary(context, (gvplugin_library_t *)library);
}

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

// What a layout has found, read through the accessor macros of the installed headers.

/// A box: the lower left corner and the upper right one, in points.
typedef struct {
  double left, bottom, right, top;
} DealBox;

/// A point, in points.
typedef struct {
  double x, y;
} DealPoint;

static inline DealBox dealGraphvizBox(Agraph_t *graph) {
  boxf box = GD_bb(graph);
  return (DealBox){box.LL.x, box.LL.y, box.UR.x, box.UR.y};
}
static inline int dealGraphvizClusterCount(Agraph_t *graph) { return GD_n_cluster(graph); }
static inline Agraph_t *dealGraphvizCluster(Agraph_t *graph, int index) {
  return GD_clust(graph)[index + 1];
}
static inline const char *dealGraphvizName(Agraph_t *graph) { return agnameof(graph); }
static inline const char *dealGraphvizNodeID(Agnode_t *node) { return agget(node, (char *)"id"); }
static inline const char *dealGraphvizEdgeID(Agedge_t *edge) { return agget(edge, (char *)"id"); }

/// The box of a node, its margins included.
static inline DealBox dealGraphvizNodeBox(Agnode_t *node) {
  double x = ND_coord(node).x, y = ND_coord(node).y;
  double width = ND_width(node) * 36, height = ND_height(node) * 36;
  return (DealBox){x - width, y - height, x + width, y + height};
}

/// The box of an edge's label; empty when it has none that is placed.
static inline DealBox dealGraphvizLabelBox(Agedge_t *edge) {
  textlabel_t *label = ED_label(edge) ? ED_label(edge) : ED_xlabel(edge);
  if (!label || !label->set) return (DealBox){0, 0, 0, 0};
  double width = label->dimen.x / 2, height = label->dimen.y / 2;
  return (DealBox){label->pos.x - width, label->pos.y - height, label->pos.x + width,
                   label->pos.y + height};
}

/// The number of points of an edge's curve: 3k + 1 of k Bézier pieces; 0 when it has none.
static inline int dealGraphvizPointCount(Agedge_t *edge) {
  return ED_spl(edge) && ED_spl(edge)->size > 0 ? (int)ED_spl(edge)->list[0].size : 0;
}
static inline DealPoint dealGraphvizPoint(Agedge_t *edge, int index) {
  pointf point = ED_spl(edge)->list[0].list[index];
  return (DealPoint){point.x, point.y};
}
static inline int dealGraphvizHasTip(Agedge_t *edge) {
  return ED_spl(edge) && ED_spl(edge)->size > 0 && ED_spl(edge)->list[0].eflag != 0;
}
static inline DealPoint dealGraphvizTip(Agedge_t *edge) {
  pointf point = ED_spl(edge)->list[0].ep;
  return (DealPoint){point.x, point.y};
}
