// The tables of the program, embedded; no logic here.
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "CDealTables.h"

static const unsigned char hans[] = {
#embed "hans.tsv"
};

static const unsigned char parties[] = {
#embed "parties.tsv"
};

static const unsigned char words[] = {
#embed "words.tsv"
};

static const unsigned char currencies[] = {
#embed "currencies.tsv"
};

static const unsigned char rates[] = {
#embed "rates.tsv"
};

DealTableBytes dealTableHans(void) { return (DealTableBytes){hans, sizeof hans}; }
DealTableBytes dealTableParties(void) { return (DealTableBytes){parties, sizeof parties}; }
DealTableBytes dealTableWords(void) { return (DealTableBytes){words, sizeof words}; }
DealTableBytes dealTableCurrencies(void) {
  return (DealTableBytes){currencies, sizeof currencies};
}
DealTableBytes dealTableRates(void) { return (DealTableBytes){rates, sizeof rates}; }
