// The tables of the program, embedded; no logic here.
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "CDealTables.h"

static const unsigned char partiesBytes[] = {
#embed "parties.tsv"
};

DealTableBytes dealTableParties(void) {
  return (DealTableBytes){partiesBytes, sizeof partiesBytes};
}
