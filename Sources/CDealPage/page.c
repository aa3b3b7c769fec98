// The page's HTML, style and script, embedded; no logic here.
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "CDealPage.h"

static const unsigned char template[] = {
#embed "page/report.html"
};

static const unsigned char style[] = {
#embed "page/report.css"
};

static const unsigned char script[] = {
#embed "page/core.js"
,
#embed "page/state.js"
,
#embed "page/picture.js"
,
#embed "page/view.js"
,
#embed "page/filters.js"
,
#embed "page/details.js"
,
#embed "page/loops.js"
,
#embed "page/table.js"
,
#embed "page/files.js"
,
#embed "page/main.js"
};

DealPageBytes dealPageTemplate(void) {
  return (DealPageBytes){template, sizeof template};
}

DealPageBytes dealPageStyle(void) {
  return (DealPageBytes){style, sizeof style};
}

DealPageBytes dealPageScript(void) {
  return (DealPageBytes){script, sizeof script};
}
