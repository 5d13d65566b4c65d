// CBLAS as OpenBLAS provides it, with the calls that tell which kernel runs.
#ifndef STEEPNESS_CBLAS_H
#define STEEPNESS_CBLAS_H

#include <cblas.h>

#endif
