(** Probabilities of sets of the line under N(0, 1). *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.NormalDistribution.
From Steepness Require Import Missing.LinearChange.
From Steepness Require Export Missing.Laws.
Open Scope R_scope.

(** The law of Z ~ N(0, 1). *)
Definition normal_law (P : (R -> Prop) -> R) : Prop := is_law Phi P.

Lemma distribution_function_Phi : distribution_function Phi.
Proof.
  split; [exact Phi_le | split; [| split]].
  - intros e e_pos; destruct (Phi_onto (Rmin e 1 / 2)) as [a a_is].
    { assert (0 < Rmin e 1) by (apply Rmin_glb_lt; lra); generalize (Rmin_r e 1); lra. }
    exists a; assert (0 < Rmin e 1) by (apply Rmin_glb_lt; lra); generalize (Rmin_l e 1); lra.
  - intros e e_pos; destruct (Phi_onto (1 - Rmin e 1 / 2)) as [b b_is].
    { assert (0 < Rmin e 1) by (apply Rmin_glb_lt; lra); generalize (Rmin_r e 1); lra. }
    exists b; assert (0 < Rmin e 1) by (apply Rmin_glb_lt; lra); generalize (Rmin_l e 1); lra.
  - intros a; generalize (Phi_pos a) (Phi_lt_1 a); lra.
Qed.

Lemma normal_law_exists : exists P, normal_law P.
Proof. apply law_exists, distribution_function_Phi. Qed.

Section Law.

Variable P : (R -> Prop) -> R.
Hypothesis law : normal_law P.

Lemma law_point a : P (fun z => z = a) = 0.
Proof.
  apply Rle_antisym; [| apply (law_nonneg P law)]; apply Rnot_lt_le; intros positive.
  destruct (change_of_continuous Phi a _ (continuous_Phi a) positive) as [d [d_pos near]].
  specialize (near (a - d / 2)); replace (a - d / 2 - a) with (- (d / 2)) in near by ring.
  rewrite Rabs_Ropp, Rabs_pos_eq in near by lra.
  assert (close : d / 2 < d) by lra; apply near in close; apply Rabs_lt_between in close.
  assert (few : P (fun z => z = a) <= P (fun z => a - d / 2 < z <= a))
    by (apply (law_le P law); intros; lra).
  rewrite (law_half_open P law) in few; lra.
Qed.

Lemma law_interval a b : a <= b -> P (fun z => a <= z <= b) = Phi b - Phi a.
Proof.
  intros less; rewrite (law_cut P law _ a).
  rewrite (law_ext P law (fun z => a <= z <= b /\ z <= a) (fun z => z = a)), law_point
    by (intros; lra).
  rewrite (law_ext P law (fun z => a <= z <= b /\ a < z) (fun z => a < z <= b)) by (intros; lra).
  rewrite (law_half_open P law); lra.
Qed.

Lemma law_strictly_below c : P (fun z => z < c) = Phi c.
Proof.
  apply Rle_antisym; [rewrite <- (law_below P law); apply (law_le P law); intros; lra |].
  apply Rnot_lt_le; intros less; set (e := Phi c - P (fun z => z < c)).
  destruct (change_of_continuous Phi c e (continuous_Phi c)) as [d [d_pos near]]; [unfold e; lra |].
  specialize (near (c - d / 2)); replace (c - d / 2 - c) with (- (d / 2)) in near by ring.
  rewrite Rabs_Ropp, Rabs_pos_eq in near by lra.
  assert (close : d / 2 < d) by lra; apply near in close; apply Rabs_lt_between in close.
  assert (some : P (fun z => z <= c - d / 2) <= P (fun z => z < c))
    by (apply (law_le P law); intros; lra).
  rewrite (law_below P law) in some; unfold e in close; lra.
Qed.

(** ** Intervals in order *)

Lemma intervals_in_order n (a b : nat -> R) :
  (forall i, (i < n)%nat -> a i <= b i) -> (forall i, (S i < n)%nat -> b i < a (S i)) ->
  forall i j, (i < j)%nat -> (j < n)%nat -> b i < a j.
Proof.
  intros proper order i j less; induction less as [| j less]; intros inside; [now apply order |].
  assert (b i < a j) by (apply IHless; lia).
  assert (a j <= b j) by (apply proper; lia); generalize (order j inside); lra.
Qed.

(** The probability of a union of intervals is the sum. *)
Lemma law_intervals n : forall (a b : nat -> R) (A : R -> Prop),
  (forall i, (i < n)%nat -> a i <= b i) -> (forall i, (S i < n)%nat -> b i < a (S i)) ->
  (forall z, A z <-> exists i, (i < n)%nat /\ a i <= z <= b i) ->
  P A = sum n (fun i => Phi (b i) - Phi (a i)).
Proof.
  induction n as [| n IHn]; intros a b A proper order inside.
  { apply (law_empty P law); intros z z_in; apply inside in z_in; destruct z_in as [i [few _]];
      lia. }
  assert (chain := intervals_in_order (S n) a b proper order); cbn [sum].
  assert (cut : exists c, c < a n /\ forall i, (i < n)%nat -> b i < c).
  { destruct n as [| m]; [exists (a 0%nat - 1); split; [lra | lia] |].
    exists ((b m + a (S m)) / 2); assert (b m < a (S m)) by (apply order; lia); split; [lra |].
    intros i few; destruct (Nat.eq_dec i m) as [-> |]; [lra |].
    assert (b i < a m) by (apply chain; lia); assert (a m <= b m) by (apply proper; lia); lra. }
  destruct cut as [c [below above]]; rewrite (law_cut P law A c); f_equal.
  - apply IHn; [intros; apply proper; lia | intros; apply order; lia |].
    intros z; rewrite inside; split.
    + intros [[i [few z_in]] least]; exists i; split; [| assumption].
      destruct (Nat.eq_dec i n) as [-> |]; [lra | lia].
    + intros [i [few z_in]]; split; [exists i; split; [lia | assumption] |].
      generalize (above i few); lra.
  - rewrite <- law_interval by (apply proper; lia); apply (law_ext P law); intros z;
      rewrite inside; split.
    + intros [[i [few z_in]] more].
      destruct (Nat.eq_dec i n) as [-> |]; [assumption |].
      assert (b i < c) by (apply above; lia); lra.
    + intros z_in; split; [exists n; auto | lra].
Qed.

Lemma sum_le_law n (a b : nat -> R) (A : R -> Prop) :
  (forall i, (i < n)%nat -> a i <= b i) -> (forall i, (S i < n)%nat -> b i < a (S i)) ->
  (forall i z, (i < n)%nat -> a i <= z <= b i -> A z) ->
  sum n (fun i => Phi (b i) - Phi (a i)) <= P A.
Proof.
  intros proper order inside.
  rewrite <- (law_intervals n a b (fun z => exists i, (i < n)%nat /\ a i <= z <= b i)) by
    (auto; intros; tauto).
  apply (law_le P law); intros z [i [few z_in]]; eauto.
Qed.

End Law.

