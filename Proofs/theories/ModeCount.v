(** Four modes with three flat segments: the two inner ones, at -1/2 and 1/2, share one. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.IntegerIntervals.
From Steepness Require Import Densities Missing.EuclideanSpace SymmetricMixture OptimalGenerator.
Open Scope R_scope.

(** The density of the equal mixture of N(x i, s²), i below n. *)
Definition equal_mixture (n : nat) (x : nat -> R) (s y : R) : R :=
  sum n (fun i => gaussian1 (x i) s y) / INR n.

Definition four_modes (i : nat) : R :=
  match i with O => -10 | 1%nat => - / 2 | 2%nat => / 2 | _ => 10 end.

Local Definition p : R -> R := equal_mixture 4 four_modes 1.

(** In units of the standard Gaussian's height. *)
Definition bells (y : R) : R :=
  / 4 * (exp (- (y + 10) ^ 2 / 2) + exp (- (y + / 2) ^ 2 / 2) + exp (- (y - / 2) ^ 2 / 2)
         + exp (- (y - 10) ^ 2 / 2)).

Lemma gaussian1_bell m y : gaussian1 m 1 y = exp (- (y - m) ^ 2 / 2) / sqrt (2 * PI).
Proof.
  unfold gaussian1; replace (- (y - m) ^ 2 / (2 * 1 ^ 2)) with (- (y - m) ^ 2 / 2) by field.
  rewrite Rmult_1_r; unfold Rdiv; ring.
Qed.

Lemma mixture_bells y : p y = bells y / sqrt (2 * PI).
Proof.
  unfold p, equal_mixture, bells, four_modes; simpl sum; rewrite !gaussian1_bell.
  replace (y - -10) with (y + 10) by ring; replace (y - - / 2) with (y + / 2) by ring.
  simpl INR; generalize root_pos; intros; field; lra.
Qed.

Lemma bells_pos y : 0 < bells y.
Proof.
  unfold bells; generalize (exp_pos (- (y + 10) ^ 2 / 2)) (exp_pos (- (y + / 2) ^ 2 / 2))
    (exp_pos (- (y - / 2) ^ 2 / 2)) (exp_pos (- (y - 10) ^ 2 / 2)); lra.
Qed.

Lemma mixture_pos y : 0 < p y.
Proof. rewrite mixture_bells; apply Rdiv_lt_0_compat; [apply bells_pos | apply root_pos]. Qed.

Lemma standard_gaussian_bell z : standard_gaussian z = exp (- z ^ 2 / 2) / sqrt (2 * PI).
Proof. unfold standard_gaussian; rewrite gaussian1_bell; now rewrite Rminus_0_r. Qed.

Lemma bells_le y : 0 <= y <= / 2 -> bells y <= 51 / 100.
Proof. intros between; unfold bells; interval with (i_prec 40, i_bisect y). Qed.

Lemma mean_of_distribution F f x y :
  distribution F f -> x < y -> exists c, x <= c <= y /\ F y - F x = f c * (y - x).
Proof.
  intros [derive _] less; destruct (MVT_gen F x y f) as [c [between mean]].
  - intros; apply derive.
  - intros c _; apply continuity_pt_filterlim, (ex_derive_continuous F); eexists; apply derive.
  - rewrite Rmin_left, Rmax_right in between by lra; now exists c.
Qed.

(** g is steeper at the latent of the mode 1/2 than at 0, that of the midpoint. *)
Lemma midpoint_not_steeper (Phi Psi g : R -> R) (z : R) :
  optimal_generator Phi Psi (equal_mixture 4 four_modes 1) g -> g z = / 2 ->
  g 0 = 0 /\ Derive g 0 < Derive g z.
Proof.
  fold p; intros optimal at_mode; assert (parts := optimal).
  destruct parts as [Phi_is [Psi_is equal]].
  assert (root := root_pos).
  assert (half : Psi 0 = 1 / 2).
  { apply (distribution_at_centre Psi p); [| exact Psi_is]; intros u.
    rewrite !mixture_bells; unfold bells; f_equal.
    replace ((0 + u + 10) ^ 2) with ((0 - u - 10) ^ 2) by ring.
    replace ((0 + u - 10) ^ 2) with ((0 - u + 10) ^ 2) by ring.
    replace ((0 + u + / 2) ^ 2) with ((0 - u - / 2) ^ 2) by ring.
    replace ((0 + u - / 2) ^ 2) with ((0 - u + / 2) ^ 2) by ring; ring. }
  assert (at_0 : g 0 = 0) by exact (optimal_at_0 Phi Psi p g optimal mixture_pos 0 half).
  split; [exact at_0 |].
  assert (Phi_up := distribution_increasing _ _ standard_gaussian_pos Phi_is).
  assert (Psi_up := distribution_increasing _ _ mixture_pos Psi_is).
  assert (Phi_0 := standard_distribution_at_0 Phi Phi_is).
  assert (Phi_z : Phi z = Psi (/ 2)) by (now rewrite <- equal, at_mode).
  assert (z_pos : 0 < z).
  { assert (more := Psi_up 0 (/ 2) ltac:(lra)).
    destruct (Rtotal_order 0 z) as [| [<- | less]]; [assumption | lra |].
    generalize (Phi_up z 0 less); lra. }
  assert (z_small : z < 3 / 10).
  { apply Rnot_le_lt; intros large.
    destruct (mean_of_distribution Psi p 0 (/ 2) Psi_is ltac:(lra)) as [c [c_in mass]].
    destruct (mean_of_distribution Phi standard_gaussian 0 (3 / 10) Phi_is ltac:(lra))
      as [e [e_in latent]].
    rewrite mixture_bells in mass; rewrite standard_gaussian_bell in latent.
    assert (above : Phi (3 / 10) <= Phi z).
    { destruct large as [less | <-]; [left; now apply Phi_up | lra]. }
    assert (bell : 95 / 100 <= exp (- e ^ 2 / 2)) by (interval with (i_prec 40)).
    assert (mode := bells_le c c_in).
    assert (inverse : 0 < / sqrt (2 * PI)) by now apply Rinv_0_lt_compat.
    assert (95 / 100 * / sqrt (2 * PI) * (3 / 10) <= 51 / 100 * / sqrt (2 * PI) * / 2); [| lra].
    apply Rle_trans with (exp (- e ^ 2 / 2) / sqrt (2 * PI) * (3 / 10 - 0)).
    - unfold Rdiv at 4; nra.
    - rewrite <- latent; apply Rle_trans with (Psi (/ 2) - Psi 0); [lra |].
      rewrite mass; unfold Rdiv at 1; nra. }
  rewrite (is_derive_unique _ _ _ (is_derive_optimal Phi Psi p g optimal mixture_pos 0)).
  rewrite (is_derive_unique _ _ _ (is_derive_optimal Phi Psi p g optimal mixture_pos z)).
  rewrite at_0, at_mode, !mixture_bells, !standard_gaussian_bell.
  assert (centre := bells_pos 0); assert (mode := bells_pos (/ 2)).
  replace (exp (- 0 ^ 2 / 2) / sqrt (2 * PI) / (bells 0 / sqrt (2 * PI)))
    with (exp (- 0 ^ 2 / 2) / bells 0) by (field; lra).
  replace (exp (- z ^ 2 / 2) / sqrt (2 * PI) / (bells (/ 2) / sqrt (2 * PI)))
    with (exp (- z ^ 2 / 2) / bells (/ 2)) by (field; lra).
  assert (low : 44 / 100 <= bells 0) by (unfold bells; interval with (i_prec 40)).
  assert (high : bells (/ 2) <= 41 / 100) by (unfold bells; interval with (i_prec 40)).
  assert (bell : 95 / 100 <= exp (- z ^ 2 / 2)) by (interval with (i_prec 40)).
  replace (- 0 ^ 2 / 2) with 0 by field; rewrite exp_0.
  apply Rlt_trans with (100 / 44 * 1 + / 100).
  - apply Rle_lt_trans with (100 / 44); [| lra].
    apply Rmult_le_reg_r with (bells 0); [assumption |].
    unfold Rdiv; rewrite Rmult_assoc, Rinv_l; lra.
  - apply Rlt_le_trans with (95 / 100 / (41 / 100)); [lra |].
    apply Rmult_le_compat;
      [lra | left; apply Rinv_0_lt_compat; lra | exact bell | apply Rinv_le_contravar; lra].
Qed.
