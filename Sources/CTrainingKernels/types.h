// Includes the kernels for both types, with TARGET, VECTOR_BYTES, TALL and INSTRUCTIONS defined.

#define JOINED(name, suffix, instructions) name##_##suffix##_##instructions
#define NAMED(name, suffix, instructions) JOINED(name, suffix, instructions)

#define KERNEL(name) NAMED(name, f64, INSTRUCTIONS)
#define T double
#define NUMBER_BYTES 8
#define ROOT sqrt
#define PRODUCT steepness_product_f64
#include "products.h"
#undef KERNEL
#undef T
#undef NUMBER_BYTES
#undef ROOT
#undef PRODUCT

#define KERNEL(name) NAMED(name, f32, INSTRUCTIONS)
#define T float
#define NUMBER_BYTES 4
#define ROOT sqrtf
#define PRODUCT steepness_product_f32
#include "products.h"
#undef KERNEL
#undef T
#undef NUMBER_BYTES
#undef ROOT
#undef PRODUCT

#define KERNEL(name) NAMED(name, both, INSTRUCTIONS)
#include "normals.h"
#undef KERNEL

#undef NAMED
#undef JOINED
#undef TARGET
#undef VECTOR_BYTES
#undef TALL
#undef INSTRUCTIONS
