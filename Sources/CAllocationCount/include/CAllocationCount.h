// How often the program allocates memory, for benchmarks and tests that say: never.
//
// A program that links this has its own `malloc`, which hands on to the C library's and counts while it is
// told to.
#ifndef STEEPNESS_CALLOCATIONCOUNT_H
#define STEEPNESS_CALLOCATIONCOUNT_H

// Starts counting from 0, in all threads.
void steepness_start_counting_allocations(void);
// Stops counting; the allocations since the start, or −1 where the C library does not allow to count.
long steepness_counted_allocations(void);

#endif
