// The tables of the program, embedded; no logic here.
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "CDealTables.h"

static const unsigned char currencies[] = {
#embed "tables/currencies.tsv"
};

static const unsigned char rates[] = {
#embed "tables/rates.tsv"
};

static const unsigned char hans[] = {
#embed "tables/hans.tsv"
};

static const unsigned char parties[] = {
#embed "tables/parties.tsv"
};

static const unsigned char words[] = {
#embed "tables/words.tsv"
};

static const unsigned char frames[] = {
#embed "tables/frames.tsv"
};

static const unsigned char graphSchema[] = {
#embed "tables/graph.schema.json"
};

static const unsigned char vocabulary[] = {
#embed "tables/vocabulary.tsv"
};

static const unsigned char sectors[] = {
#embed "tables/sectors.tsv"
};

static const unsigned char calibration[] = {
#embed "tables/calibration.tsv"
};

static const unsigned char triggers[] = {
#embed "tables/triggers.tsv"
};

static const unsigned char modelKindTreesEnglish[] = {
#embed "tables/model-kind-trees-en.tsv"
};

static const unsigned char modelKindTreesChinese[] = {
#embed "tables/model-kind-trees-zh.tsv"
};

static const unsigned char modelSumTreesEnglish[] = {
#embed "tables/model-sum-trees-en.tsv"
};

static const unsigned char modelSumTreesChinese[] = {
#embed "tables/model-sum-trees-zh.tsv"
};

static const unsigned char modelStatusTreesEnglish[] = {
#embed "tables/model-status-trees-en.tsv"
};

static const unsigned char modelStatusTreesChinese[] = {
#embed "tables/model-status-trees-zh.tsv"
};

static const unsigned char modelTreesEnglish[] = {
#embed "tables/model-trees-en.tsv"
};

static const unsigned char modelTreesChinese[] = {
#embed "tables/model-trees-zh.tsv"
};

_Alignas(64) static const unsigned char modelNamesEnglish[] = {
#embed "tables/model-names-en.bin"
};

_Alignas(64) static const unsigned char modelNamesChinese[] = {
#embed "tables/model-names-zh.bin"
};

_Alignas(64) static const unsigned char modelDealsEnglish[] = {
#embed "tables/model-deals-en.bin"
};

_Alignas(64) static const unsigned char modelDealsChinese[] = {
#embed "tables/model-deals-zh.bin"
};

_Alignas(64) static const unsigned char modelKindsEnglish[] = {
#embed "tables/model-kinds-en.bin"
};

_Alignas(64) static const unsigned char modelKindsChinese[] = {
#embed "tables/model-kinds-zh.bin"
};

_Alignas(64) static const unsigned char modelStatusEnglish[] = {
#embed "tables/model-status-en.bin"
};

_Alignas(64) static const unsigned char modelStatusChinese[] = {
#embed "tables/model-status-zh.bin"
};

_Alignas(64) static const unsigned char modelQuantitiesEnglish[] = {
#embed "tables/model-quantities-en.bin"
};

_Alignas(64) static const unsigned char modelQuantitiesChinese[] = {
#embed "tables/model-quantities-zh.bin"
};

_Alignas(64) static const unsigned char modelEncoderEnglish[] = {
#embed "tables/model-encoder-en.bin"
};

_Alignas(64) static const unsigned char modelEncoderChinese[] = {
#embed "tables/model-encoder-zh.bin"
};

DealTableBytes dealTableCurrencies(void) {
  return (DealTableBytes){currencies, sizeof currencies};
}
DealTableBytes dealTableRates(void) { return (DealTableBytes){rates, sizeof rates}; }
DealTableBytes dealTableHans(void) { return (DealTableBytes){hans, sizeof hans}; }
DealTableBytes dealTableParties(void) { return (DealTableBytes){parties, sizeof parties}; }
DealTableBytes dealTableWords(void) { return (DealTableBytes){words, sizeof words}; }
DealTableBytes dealTableTriggers(void) {
  return (DealTableBytes){triggers, sizeof triggers};
}
DealTableBytes dealTableModelKindTreesEnglish(void) {
  return (DealTableBytes){modelKindTreesEnglish, sizeof modelKindTreesEnglish};
}

DealTableBytes dealTableModelKindTreesChinese(void) {
  return (DealTableBytes){modelKindTreesChinese, sizeof modelKindTreesChinese};
}

DealTableBytes dealTableModelSumTreesEnglish(void) {
  return (DealTableBytes){modelSumTreesEnglish, sizeof modelSumTreesEnglish};
}

DealTableBytes dealTableModelSumTreesChinese(void) {
  return (DealTableBytes){modelSumTreesChinese, sizeof modelSumTreesChinese};
}

DealTableBytes dealTableModelStatusTreesEnglish(void) {
  return (DealTableBytes){modelStatusTreesEnglish, sizeof modelStatusTreesEnglish};
}

DealTableBytes dealTableModelStatusTreesChinese(void) {
  return (DealTableBytes){modelStatusTreesChinese, sizeof modelStatusTreesChinese};
}

DealTableBytes dealTableModelTreesEnglish(void) {
  return (DealTableBytes){modelTreesEnglish, sizeof modelTreesEnglish};
}

DealTableBytes dealTableModelTreesChinese(void) {
  return (DealTableBytes){modelTreesChinese, sizeof modelTreesChinese};
}

DealTableBytes dealTableModelNamesEnglish(void) {
  return (DealTableBytes){modelNamesEnglish, sizeof modelNamesEnglish};
}
DealTableBytes dealTableModelNamesChinese(void) {
  return (DealTableBytes){modelNamesChinese, sizeof modelNamesChinese};
}
DealTableBytes dealTableModelDealsEnglish(void) {
  return (DealTableBytes){modelDealsEnglish, sizeof modelDealsEnglish};
}
DealTableBytes dealTableModelDealsChinese(void) {
  return (DealTableBytes){modelDealsChinese, sizeof modelDealsChinese};
}
DealTableBytes dealTableModelKindsEnglish(void) {
  return (DealTableBytes){modelKindsEnglish, sizeof modelKindsEnglish};
}
DealTableBytes dealTableModelKindsChinese(void) {
  return (DealTableBytes){modelKindsChinese, sizeof modelKindsChinese};
}
DealTableBytes dealTableModelStatusEnglish(void) {
  return (DealTableBytes){modelStatusEnglish, sizeof modelStatusEnglish};
}
DealTableBytes dealTableModelStatusChinese(void) {
  return (DealTableBytes){modelStatusChinese, sizeof modelStatusChinese};
}
DealTableBytes dealTableModelQuantitiesEnglish(void) {
  return (DealTableBytes){modelQuantitiesEnglish, sizeof modelQuantitiesEnglish};
}
DealTableBytes dealTableModelQuantitiesChinese(void) {
  return (DealTableBytes){modelQuantitiesChinese, sizeof modelQuantitiesChinese};
}

DealTableBytes dealTableModelEncoderEnglish(void) {
  return (DealTableBytes){modelEncoderEnglish, sizeof modelEncoderEnglish};
}

DealTableBytes dealTableModelEncoderChinese(void) {
  return (DealTableBytes){modelEncoderChinese, sizeof modelEncoderChinese};
}
DealTableBytes dealTableFrames(void) {
  return (DealTableBytes){frames, sizeof frames};
}
DealTableBytes dealTableGraphSchema(void) {
  return (DealTableBytes){graphSchema, sizeof graphSchema};
}
DealTableBytes dealTableVocabulary(void) {
  return (DealTableBytes){vocabulary, sizeof vocabulary};
}
DealTableBytes dealTableSectors(void) {
  return (DealTableBytes){sectors, sizeof sectors};
}
DealTableBytes dealTableCalibration(void) {
  return (DealTableBytes){calibration, sizeof calibration};
}
