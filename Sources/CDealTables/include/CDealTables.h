#pragma once
#include <stddef.h>

/// A table that is embedded in the program: UTF-8, tab-separated, the first line names the columns.
typedef struct {
  const unsigned char *bytes;
  size_t count;
} DealTableBytes;

DealTableBytes dealTableCurrencies(void);
DealTableBytes dealTableRates(void);
DealTableBytes dealTableHans(void);
DealTableBytes dealTableParties(void);
DealTableBytes dealTableWords(void);
DealTableBytes dealTableTriggers(void);
DealTableBytes dealTableModelKindTreesEnglish(void);
DealTableBytes dealTableModelKindTreesChinese(void);
DealTableBytes dealTableModelSumTreesEnglish(void);
DealTableBytes dealTableModelSumTreesChinese(void);
DealTableBytes dealTableModelStatusTreesEnglish(void);
DealTableBytes dealTableModelStatusTreesChinese(void);
DealTableBytes dealTableModelTreesEnglish(void);
DealTableBytes dealTableModelTreesChinese(void);
DealTableBytes dealTableModelNamesEnglish(void);
DealTableBytes dealTableModelNamesChinese(void);
DealTableBytes dealTableModelDealsEnglish(void);
DealTableBytes dealTableModelDealsChinese(void);
DealTableBytes dealTableModelKindsEnglish(void);
DealTableBytes dealTableModelKindsChinese(void);
DealTableBytes dealTableModelStatusEnglish(void);
DealTableBytes dealTableModelStatusChinese(void);
DealTableBytes dealTableModelQuantitiesEnglish(void);
DealTableBytes dealTableModelQuantitiesChinese(void);
DealTableBytes dealTableModelEncoderEnglish(void);
DealTableBytes dealTableModelEncoderChinese(void);
DealTableBytes dealTableFrames(void);
DealTableBytes dealTableGraphSchema(void);
DealTableBytes dealTableVocabulary(void);
DealTableBytes dealTableSectors(void);
DealTableBytes dealTableCalibration(void);
