#pragma once
#include <libxml/xmlversion.h>
// Keeps the system's ICU headers out, which would clash with those of Foundation; nothing here needs them.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stddef.h>
#include <string.h>

/// What a page or a document is told to; a start that returns other than 0 ends the parse.
/// Offsets are those of the byte after what was parsed last.
typedef struct deal_events {
  void *user;
  int (*start)(void *user, const char *name, const char *const *attributes, long offset);
  void (*end)(void *user, const char *name, long offset);
  void (*text)(void *user, const char *bytes, int count, long offset);
  xmlParserCtxtPtr context;
} deal_events;

static inline long deal_offset(deal_events *events) {
  xmlParserInputPtr input = events->context->input;
  return input ? (long)input->consumed + (long)(input->cur - input->base) : 0;
}

static inline void deal_on_start(void *user, const xmlChar *name, const xmlChar **attributes) {
  deal_events *events = (deal_events *)user;
  if (events->start(events->user, (const char *)name, (const char *const *)attributes,
                    deal_offset(events)))
    xmlStopParser(events->context);
}

static inline void deal_on_end(void *user, const xmlChar *name) {
  deal_events *events = (deal_events *)user;
  events->end(events->user, (const char *)name, deal_offset(events));
}

static inline void deal_on_text(void *user, const xmlChar *bytes, int count) {
  deal_events *events = (deal_events *)user;
  events->text(events->user, (const char *)bytes, count, deal_offset(events));
}

static inline void deal_set(deal_events *events, xmlSAXHandlerPtr sax) {
  memset(sax, 0, sizeof *sax);
  sax->startElement = deal_on_start;
  sax->endElement = deal_on_end;
  sax->characters = deal_on_text;
  sax->cdataBlock = deal_on_text;
  sax->ignorableWhitespace = deal_on_text;
}

/// Faults are told by what a parse returns; nothing is printed.
static inline void deal_silent(void *user, const char *format, ...) {
  (void)user;
  (void)format;
}

/// Parses a page in UTF-8; returns 0 where no parser could be made.
static inline int deal_parse_html(const char *bytes, int count, deal_events *events) {
  xmlSetGenericErrorFunc(NULL, deal_silent);
  htmlParserCtxtPtr context = htmlCreateMemoryParserCtxt(bytes, count);
  if (!context) return 0;
  htmlCtxtUseOptions(context, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                  HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8);
  events->context = context;
  deal_set(events, context->sax);
  context->userData = events;
  htmlParseDocument(context);
  htmlFreeParserCtxt(context);
  return 1;
}

/// Parses an XML document without reading anything else; returns whether it was well-formed.
static inline int deal_parse_xml(const char *bytes, int count, deal_events *events) {
  xmlSetGenericErrorFunc(NULL, deal_silent);
  xmlParserCtxtPtr context = xmlCreateMemoryParserCtxt(bytes, count);
  if (!context) return 0;
  xmlCtxtUseOptions(context, XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                 XML_PARSE_NONET | XML_PARSE_SAX1);
  events->context = context;
  deal_set(events, context->sax);
  context->userData = events;
  xmlParseDocument(context);
  int well = context->wellFormed;
  if (context->myDoc) xmlFreeDoc(context->myDoc);
  context->myDoc = NULL;
  xmlFreeParserCtxt(context);
  return well;
}
