// The inner loops that a compiler turns into wide integer instructions in C, but not in Swift.
#include "CDealKernels.h"

void dealMatrixTimesVector(
    const int16_t *restrict weights, const int32_t *restrict bias, const int16_t *restrict vector,
    int32_t rows, int32_t columns, int32_t *restrict result) {
  for (int32_t row = 0; row < rows; row++) {
    const int16_t *own = weights + (int64_t)row * columns;
    int32_t sum = bias[row];
    for (int32_t column = 0; column < columns; column++) {
      sum += (int32_t)own[column] * (int32_t)vector[column];
    }
    result[row] = sum;
  }
}
