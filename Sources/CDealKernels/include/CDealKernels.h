#pragma once
#include <stdint.h>

/// Multiplies a matrix of `rows` times `columns` weights with a vector and adds a bias: exact integers.
///
/// The caller sees to it that no sum leaves 32 bits.
void dealMatrixTimesVector(
    const int16_t *weights, const int32_t *bias, const int16_t *vector, int32_t rows, int32_t columns,
    int32_t *result);
