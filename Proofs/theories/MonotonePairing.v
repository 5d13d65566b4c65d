(** Pairing ascending with ascending points is the cheaper way for a convex cost. *)

From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

Definition strictly_convex (h : R -> R) : Prop :=
  forall x y t, x < y -> 0 < t < 1 -> h ((1 - t) * x + t * y) < (1 - t) * h x + t * h y.

(** Two points. *)
Lemma ascending_pairs_cheaper (h : R -> R) (x1 x2 y1 y2 : R) :
  strictly_convex h -> x1 < x2 -> y1 < y2 ->
  h (x1 - y1) + h (x2 - y2) < h (x1 - y2) + h (x2 - y1).
Proof.
  intros convex x_order y_order.
  set (low := x1 - y2); set (high := x2 - y1).
  assert (width : 0 < high - low) by (unfold low, high; lra).
  set (t := (y2 - y1) / (high - low)).
  assert (t_in : 0 < t < 1).
  { split; [apply Rdiv_lt_0_compat; lra |]; apply Rmult_lt_reg_r with (high - low); [lra |].
    unfold t, Rdiv; rewrite Rmult_assoc, Rinv_l by lra; unfold low, high; lra. }
  assert (first : x1 - y1 = (1 - t) * low + t * high).
  { replace ((1 - t) * low + t * high) with (low + t * (high - low)) by ring.
    unfold t; replace ((y2 - y1) / (high - low) * (high - low)) with (y2 - y1) by (field; lra).
    unfold low; ring. }
  assert (second : x2 - y2 = (1 - (1 - t)) * low + (1 - t) * high).
  { replace ((1 - (1 - t)) * low + (1 - t) * high) with (high - t * (high - low)) by ring.
    unfold t; replace ((y2 - y1) / (high - low) * (high - low)) with (y2 - y1) by (field; lra).
    unfold high; ring. }
  assert (a := convex low high t ltac:(lra) t_in).
  assert (b := convex low high (1 - t) ltac:(lra) ltac:(lra)).
  rewrite first, second; lra.
Qed.

(** Three points: each of the five other pairings costs more. *)
Lemma ascending_triples_cheaper (h : R -> R) (x1 x2 x3 y1 y2 y3 : R) :
  strictly_convex h -> x1 < x2 < x3 -> y1 < y2 < y3 ->
  let cost a b c := h (x1 - a) + h (x2 - b) + h (x3 - c) in
  cost y1 y2 y3 < cost y1 y3 y2 /\ cost y1 y2 y3 < cost y2 y1 y3
  /\ cost y1 y2 y3 < cost y2 y3 y1 /\ cost y1 y2 y3 < cost y3 y1 y2
  /\ cost y1 y2 y3 < cost y3 y2 y1.
Proof.
  intros convex x_order y_order cost; unfold cost.
  assert (swap := fun a b c d => ascending_pairs_cheaper h a b c d convex).
  assert (s1 := swap x2 x3 y2 y3 ltac:(lra) ltac:(lra)).
  assert (s2 := swap x1 x2 y1 y2 ltac:(lra) ltac:(lra)).
  assert (s3 := swap x1 x2 y1 y3 ltac:(lra) ltac:(lra)).
  assert (s4 := swap x1 x3 y1 y2 ltac:(lra) ltac:(lra)).
  assert (s5 := swap x1 x3 y1 y3 ltac:(lra) ltac:(lra)).
  assert (s6 := swap x2 x3 y1 y3 ltac:(lra) ltac:(lra)).
  assert (s7 := swap x2 x3 y1 y2 ltac:(lra) ltac:(lra)).
  repeat split; lra.
Qed.

Lemma ascending_pairings_cheaper (h : R -> R) :
  strictly_convex h ->
  (forall x1 x2 y1 y2, x1 < x2 -> y1 < y2 ->
     h (x1 - y1) + h (x2 - y2) < h (x1 - y2) + h (x2 - y1))
  /\ (forall x1 x2 x3 y1 y2 y3, x1 < x2 < x3 -> y1 < y2 < y3 ->
      let cost a b c := h (x1 - a) + h (x2 - b) + h (x3 - c) in
      cost y1 y2 y3 < cost y1 y3 y2 /\ cost y1 y2 y3 < cost y2 y1 y3
      /\ cost y1 y2 y3 < cost y2 y3 y1 /\ cost y1 y2 y3 < cost y3 y1 y2
      /\ cost y1 y2 y3 < cost y3 y2 y1).
Proof.
  intros convex; split; intros.
  - now apply ascending_pairs_cheaper.
  - now apply ascending_triples_cheaper.
Qed.
