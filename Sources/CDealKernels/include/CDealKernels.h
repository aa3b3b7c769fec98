#pragma once
#include <stdint.h>

/// A layer with its weights in the order in which they are used: for each sixteen outputs, for each two
/// inputs that follow each other, the two weights of each output. Half a unit of the result is in the
/// bias. A row of inputs is read in `taps` parts of `columns` numbers, `step` numbers apart.
typedef struct {
  const int16_t *weights;
  const int32_t *bias;
  int32_t rows;
  int32_t taps;
  int32_t columns;
} DealLayer;

/// The outputs of a layer for `count` rows of inputs, each `columns` numbers after the one before, in
/// units of a state: exact integers, the same on every machine. There is a row of outputs for each.
///
/// `limit` says how wide instructions may be: 0 those that every machine has, 1 of 256 bits, 2 of 512.
/// Outputs are a multiple of sixteen, columns of two. The caller sees to it that no sum leaves 32 bits.
void dealApply(
    DealLayer layer, const int16_t *inputs, int64_t step, int64_t count, int32_t limit,
    int32_t *outputs);

/// Adds outputs to states, which are held within ±8191.
void dealAdd(const int32_t *outputs, int64_t count, int16_t *states);

/// Adds a row of numbers to sums.
void dealAddRow(const int16_t *row, int64_t count, int32_t *sums);

/// Writes numbers, those below zero as zero.
void dealRectify(const int16_t *numbers, int64_t count, int16_t *result);

/// Writes four times the sum of `count` rows of bytes.
void dealEmbed(const int8_t *const *rows, int32_t count, int32_t width, int16_t *result);
