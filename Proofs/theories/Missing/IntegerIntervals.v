(** Interval arithmetic on Coq's own integers.

    `Interval.Tactic` alone computes with machine integers and floats, which the kernel knows by
    some sixty axioms. With the functor below `interval with (i_prec n)` rests on none of them: only
    on those of the real numbers. The precision must be given: without it machine floats come back. *)

From Interval Require Import Specific_stdz Specific_ops Tactic.

Module IntegerFloats := SpecificFloat StdZRadix2.
Module IntegerIntervalTactic := IntervalTactic IntegerFloats.
Export IntegerIntervalTactic.
