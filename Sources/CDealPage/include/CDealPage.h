#pragma once
#include <stddef.h>

/// A part of the page that is embedded in the program: UTF-8.
typedef struct {
  const unsigned char *bytes;
  size_t count;
} DealPageBytes;

DealPageBytes dealPageTemplate(void);
DealPageBytes dealPageStyle(void);
DealPageBytes dealPageScript(void);
