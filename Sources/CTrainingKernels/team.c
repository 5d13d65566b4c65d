#include "CTrainingKernels.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>

#if defined(__x86_64__)
#define RELAX() __builtin_ia32_pause()
#else
#define RELAX() ((void)0)
#endif

// How often a member looks for work before it lets others have its processor, and how often it does
// that before it sleeps. Looking takes some ten microseconds, longer than there is between two pieces of
// a training step; where other programs want the processors, looking on would keep them from the member
// that is waited for.
enum { looks_before_yield = 1000, yields_before_sleep = 200 };

struct steepness_team {
  int members;
  pthread_t *threads;
  void (*work)(void *, int);
  void *context;
  // Counts pieces of work; a member that sees a new number takes its share.
  atomic_uint piece;
  atomic_int unfinished;
  atomic_int asleep;
  atomic_int is_ending;
  pthread_mutex_t mutex;
  pthread_cond_t wake;
};

typedef struct {
  steepness_team *team;
  int member;
} seat;

static void *member_loop(void *argument) {
  seat taken = *(seat *)argument;
  free(argument);
  steepness_team *team = taken.team;
  unsigned done = 0;
  for (;;) {
    int looks = 0;
    while (atomic_load_explicit(&team->piece, memory_order_acquire) == done) {
      if (++looks < looks_before_yield) {
        RELAX();
        continue;
      }
      if (looks < looks_before_yield + yields_before_sleep) {
        sched_yield();
        continue;
      }
      pthread_mutex_lock(&team->mutex);
      atomic_fetch_add(&team->asleep, 1);
      while (atomic_load(&team->piece) == done) pthread_cond_wait(&team->wake, &team->mutex);
      atomic_fetch_sub(&team->asleep, 1);
      pthread_mutex_unlock(&team->mutex);
    }
    ++done;
    if (atomic_load(&team->is_ending)) return 0;
    team->work(team->context, taken.member);
    atomic_fetch_sub_explicit(&team->unfinished, 1, memory_order_release);
  }
}

static void announce(steepness_team *team) {
  atomic_fetch_add(&team->piece, 1);
  if (atomic_load(&team->asleep) > 0) {
    pthread_mutex_lock(&team->mutex);
    pthread_cond_broadcast(&team->wake);
    pthread_mutex_unlock(&team->mutex);
  }
}

steepness_team *steepness_team_start(int members) {
  steepness_team *team = calloc(1, sizeof *team);
  if (!team) return 0;
  team->threads = calloc((size_t)members, sizeof *team->threads);
  pthread_mutex_init(&team->mutex, 0);
  pthread_cond_init(&team->wake, 0);
  team->members = 1;
  for (int member = 1; team->threads && member < members; ++member) {
    seat *offered = malloc(sizeof *offered);
    if (offered) *offered = (seat){team, member};
    if (!offered || pthread_create(&team->threads[member], 0, member_loop, offered)) {
      free(offered);
      break;
    }
    ++team->members;
  }
  if (!team->threads || team->members < members) {
    steepness_team_end(team);
    return 0;
  }
  return team;
}

void steepness_team_end(steepness_team *team) {
  atomic_store(&team->is_ending, 1);
  announce(team);
  for (int member = 1; member < team->members; ++member) pthread_join(team->threads[member], 0);
  pthread_cond_destroy(&team->wake);
  pthread_mutex_destroy(&team->mutex);
  free(team->threads);
  free(team);
}

void steepness_team_run(steepness_team *team, void (*work)(void *, int), void *context) {
  if (team->members > 1) {
    team->work = work;
    team->context = context;
    atomic_store_explicit(&team->unfinished, team->members - 1, memory_order_relaxed);
    announce(team);
  }
  work(context, 0);
  int looks = 0;
  while (team->members > 1 && atomic_load_explicit(&team->unfinished, memory_order_acquire) > 0) {
    if (++looks < looks_before_yield) {
      RELAX();
    } else {
      sched_yield();
    }
  }
}
