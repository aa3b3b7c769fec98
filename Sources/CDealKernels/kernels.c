// The inner loops that turn into wide integer instructions in C, but not in Swift.
#include "CDealKernels.h"

enum { block = 16 };

// One block of outputs for some rows of inputs. `VECTOR` holds `lanes` sums; `tile` rows are worked on
// together, so that each weight that is loaded serves all of them.
#define KERNEL(name, attributes, VECTOR, lanes, tile, load, spread, multiply, store)                    \
  attributes static void name(                                                                         \
      DealLayer layer, const int16_t *weights, const int32_t *bias, const int16_t *inputs,              \
      int64_t step, int64_t count, int32_t *outputs) {                                                 \
    for (int64_t first = 0; first < count; first += tile) {                                            \
      VECTOR sums[tile][block / lanes];                                                                \
      int64_t own[tile];                                                                               \
      for (int row = 0; row < tile; row++) {                                                           \
        own[row] = (first + row < count ? first + row : count - 1) * layer.columns;                    \
        for (int part = 0; part < block / lanes; part++) sums[row][part] = load(bias + part * lanes);  \
      }                                                                                                \
      const int16_t *weight = weights;                                                                 \
      for (int32_t tap = 0; tap < layer.taps; tap++) {                                                 \
        for (int32_t column = 0; column < layer.columns; column += 2) {                                \
          for (int row = 0; row < tile; row++) {                                                       \
            VECTOR input = spread(inputs + own[row] + tap * step + column);                            \
            for (int part = 0; part < block / lanes; part++) {                                         \
              sums[row][part] =                                                                        \
                  multiply(sums[row][part], load(weight + part * lanes * 2), input);                   \
            }                                                                                          \
          }                                                                                            \
          weight += block * 2;                                                                         \
        }                                                                                              \
      }                                                                                                \
      for (int row = 0; row < tile && first + row < count; row++) {                                    \
        for (int part = 0; part < block / lanes; part++) {                                             \
          store(outputs + (first + row) * layer.rows + part * lanes, sums[row][part]);                 \
        }                                                                                              \
      }                                                                                                \
    }                                                                                                  \
  }

#if defined(__x86_64__)
#include <immintrin.h>
#include <string.h>

static inline int32_t pair(const int16_t *numbers) {
  int32_t both;
  memcpy(&both, numbers, sizeof both);
  return both;
}

#define AVX512 __attribute__((target("avx512f,avx512vnni")))
#define load512(place) _mm512_loadu_si512(place)
#define spread512(place) _mm512_set1_epi32(pair(place))
#define multiply512(sum, weights, input) _mm512_dpwssd_epi32(sum, weights, input)
#define store512(place, sum) _mm512_storeu_si512(place, _mm512_srai_epi32(sum, 12))
KERNEL(widest, AVX512, __m512i, 16, 8, load512, spread512, multiply512, store512)

#define AVX2 __attribute__((target("avx2")))
#define load256(place) _mm256_loadu_si256((const __m256i *)(place))
#define spread256(place) _mm256_set1_epi32(pair(place))
#define multiply256(sum, weights, input) _mm256_add_epi32(sum, _mm256_madd_epi16(weights, input))
#define store256(place, sum) _mm256_storeu_si256((__m256i *)(place), _mm256_srai_epi32(sum, 12))
KERNEL(wide, AVX2, __m256i, 8, 4, load256, spread256, multiply256, store256)

KERNEL(single, AVX2, __m256i, 8, 1, load256, spread256, multiply256, store256)

#define load128(place) _mm_loadu_si128((const __m128i *)(place))
#define spread128(place) _mm_set1_epi32(pair(place))
#define multiply128(sum, weights, input) _mm_add_epi32(sum, _mm_madd_epi16(weights, input))
#define store128(place, sum) _mm_storeu_si128((__m128i *)(place), _mm_srai_epi32(sum, 12))
KERNEL(narrow, , __m128i, 4, 2, load128, spread128, multiply128, store128)

#else

static void narrow(
    DealLayer layer, const int16_t *weights, const int32_t *bias, const int16_t *inputs,
    int64_t step, int64_t count, int32_t *outputs) {
  for (int64_t row = 0; row < count; row++) {
    int32_t sums[block];
    for (int output = 0; output < block; output++) sums[output] = bias[output];
    const int16_t *weight = weights;
    for (int32_t tap = 0; tap < layer.taps; tap++) {
      const int16_t *own = inputs + row * layer.columns + tap * step;
      for (int32_t column = 0; column < layer.columns; column += 2) {
        for (int output = 0; output < block; output++) {
          sums[output] += (int32_t)weight[output * 2] * own[column];
          sums[output] += (int32_t)weight[output * 2 + 1] * own[column + 1];
        }
        weight += block * 2;
      }
    }
    for (int output = 0; output < block; output++) {
      outputs[row * layer.rows + output] = sums[output] >> 12;
    }
  }
}

#endif

typedef void Kernel(
    DealLayer, const int16_t *, const int32_t *, const int16_t *, int64_t, int64_t, int32_t *);

/// The fastest kernel for `count` rows, up to `limit`, that the machine can run; they all give the same.
static Kernel *kernel(int32_t limit, int64_t count) {
#if defined(__x86_64__)
  if (limit > 0 && count == 1 && __builtin_cpu_supports("avx2")) return single;
  if (limit > 1 && __builtin_cpu_supports("avx512vnni")) return widest;
  if (limit > 0 && __builtin_cpu_supports("avx2")) return wide;
#endif
  return narrow;
}

void dealApply(
    DealLayer layer, const int16_t *inputs, int64_t step, int64_t count, int32_t limit,
    int32_t *outputs) {
  Kernel *own = kernel(limit, count);
  for (int32_t row = 0; row < layer.rows; row += block) {
    own(
        layer, layer.weights + (int64_t)row * layer.taps * layer.columns, layer.bias + row, inputs,
        step, count, outputs + row);
  }
}

void dealAdd(const int32_t *outputs, int64_t count, int16_t *states) {
  int64_t index = 0;
#if defined(__x86_64__)
  // Eight at a time; what is cut off at 16 bits would be held within the limit anyway.
  const __m128i most = _mm_set1_epi16(8191), least = _mm_set1_epi16(-8191);
  for (; index + 8 <= count; index += 8) {
    __m128i added = _mm_packs_epi32(load128(outputs + index), load128(outputs + index + 4));
    __m128i sum = _mm_adds_epi16(load128(states + index), added);
    _mm_storeu_si128((__m128i *)(states + index), _mm_max_epi16(least, _mm_min_epi16(most, sum)));
  }
#endif
  for (; index < count; index++) {
    int32_t sum = states[index] + outputs[index];
    states[index] = (int16_t)(sum < -8191 ? -8191 : sum > 8191 ? 8191 : sum);
  }
}

void dealAddRow(const int16_t *row, int64_t count, int32_t *sums) {
  for (int64_t index = 0; index < count; index++) sums[index] += row[index];
}

void dealRectify(const int16_t *numbers, int64_t count, int16_t *result) {
  for (int64_t index = 0; index < count; index++) result[index] = numbers[index] < 0 ? 0 : numbers[index];
}

void dealEmbed(const int8_t *const *rows, int32_t count, int32_t width, int16_t *result) {
  for (int32_t index = 0; index < width; index++) result[index] = 0;
  for (int32_t row = 0; row < count; row++) {
    for (int32_t index = 0; index < width; index++) result[index] += rows[row][index] * 4;
  }
}
