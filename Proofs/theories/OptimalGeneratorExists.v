(** The monotone generators of the pair and of the four modes exist. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Densities Missing.EuclideanSpace Missing.NormalDistribution.
From Steepness Require Import SymmetricMixture OptimalGenerator ModeCount.
Open Scope R_scope.

Lemma standard_gaussian_is_phi z : standard_gaussian z = phi z.
Proof.
  unfold standard_gaussian, gaussian1, phi; replace (- (z - 0) ^ 2 / (2 * 1 ^ 2)) with (- z ^ 2 / 2)
    by field.
  rewrite Rmult_1_r; unfold Rdiv; ring.
Qed.

Lemma Phi_between z : 0 < Phi z < 1.
Proof. exact (conj (Phi_pos z) (Phi_lt_1 z)). Qed.

Lemma distribution_Phi : distribution Phi standard_gaussian.
Proof.
  split; [intros z; rewrite standard_gaussian_is_phi; apply is_derive_Phi | split].
  - apply is_lim_spec; intros e; assert (e_pos := cond_pos e).
    destruct (Phi_onto (Rmin e 1 / 2)) as [a a_is].
    { assert (0 < Rmin e 1) by (apply Rmin_glb_lt; lra); generalize (Rmin_r e 1); lra. }
    exists a; intros z below; rewrite Rminus_0_r, Rabs_pos_eq by (left; apply Phi_between).
    assert (low := Rmin_l e 1); assert (more := Phi_increasing z a below).
    assert (0 < Rmin e 1) by (apply Rmin_glb_lt; lra); lra.
  - apply is_lim_spec; intros e; assert (e_pos := cond_pos e).
    destruct (Phi_onto (1 - Rmin e 1 / 2)) as [a a_is].
    { assert (0 < Rmin e 1) by (apply Rmin_glb_lt; lra); generalize (Rmin_r e 1); lra. }
    exists a; intros z above; assert (high := Phi_between z).
    rewrite Rabs_left1 by lra.
    assert (low := Rmin_l e 1); assert (more := Phi_increasing a z above).
    assert (0 < Rmin e 1) by (apply Rmin_glb_lt; lra); lra.
Qed.

Lemma distribution_gaussian (m s : R) :
  0 < s -> distribution (fun y => Phi ((y - m) / s)) (gaussian1 m s).
Proof.
  intros spread; destruct distribution_Phi as [derive [low high]]; split; [| split].
  - intros y; evar_last.
    + apply (is_derive_comp Phi (fun y => (y - m) / s)); [apply derive |].
      instantiate (1 := / s); auto_derive; [exact I | field; lra].
    + unfold scal; simpl; unfold mult; simpl; unfold standard_gaussian, gaussian1.
      replace (- ((y - m) / s - 0) ^ 2 / (2 * 1 ^ 2)) with (- (y - m) ^ 2 / (2 * s ^ 2))
        by (field; lra).
      assert (root := root_pos); field; split; lra.
  - apply is_lim_spec; apply is_lim_spec in low; intros e; destruct (low e) as [M below].
    exists (M * s + m); intros y far; apply below.
    apply Rmult_lt_reg_r with s; [assumption |].
    replace ((y - m) / s * s) with (y - m) by (field; lra); lra.
  - apply is_lim_spec; apply is_lim_spec in high; intros e; destruct (high e) as [M above].
    exists (M * s + m); intros y far; apply above.
    apply Rmult_lt_reg_r with s; [assumption |].
    replace ((y - m) / s * s) with (y - m) by (field; lra); lra.
Qed.

Lemma distribution_average (F G f h : R -> R) :
  distribution F f -> distribution G h ->
  distribution (fun y => / 2 * (F y + G y)) (fun y => / 2 * (f y + h y)).
Proof.
  intros [F_is [F_low F_high]] [G_is [G_low G_high]]; split; [| split].
  - intros y; apply is_derive_scal; now apply (is_derive_plus F G).
  - evar_last; [apply is_lim_scal_l, (is_lim_plus F G _ 0 0 0 F_low G_low) |].
    + unfold is_Rbar_plus; simpl; do 2 f_equal; ring.
    + simpl; f_equal; ring.
  - evar_last; [apply is_lim_scal_l, (is_lim_plus F G _ 1 1 2 F_high G_high) |].
    + unfold is_Rbar_plus; simpl; do 2 f_equal; ring.
    + simpl; f_equal; field.
Qed.

Lemma generator_exists (Psi p lo hi : R -> R) :
  distribution Psi p -> (forall z, lo z < hi z) ->
  (forall z, Psi (lo z) <= Phi z <= Psi (hi z)) -> exists g, optimal_generator Phi Psi p g.
Proof.
  intros Psi_is order bounds.
  assert (smooth : forall y, continuity_pt Psi y).
  { intros y; apply continuity_pt_filterlim, (ex_derive_continuous Psi).
    eexists; apply Psi_is. }
  exists (fun z => proj1_sig (Ranalysis5.f_interv_is_interv Psi (lo z) (hi z) (Phi z) (order z)
    (bounds z) (fun y _ => smooth y))).
  split; [apply distribution_Phi | split; [exact Psi_is |]]; intros z.
  destruct (Ranalysis5.f_interv_is_interv Psi (lo z) (hi z) (Phi z) (order z)
    (bounds z) (fun y _ => smooth y)) as [y [inside value]]; exact value.
Qed.

Lemma generator_of_pair_exists (m s : R) :
  0 < m -> 0 < s -> exists Phi Psi g, optimal_generator Phi Psi (symmetric_mixture m s) g.
Proof.
  intros m_pos s_pos.
  destruct (generator_exists
    (fun y => / 2 * (Phi ((y - - m) / s) + Phi ((y - m) / s))) (symmetric_mixture m s)
    (fun z => s * z - m) (fun z => s * z + m)) as [g optimal].
  - apply (distribution_average _ _ (gaussian1 (- m) s) (gaussian1 m s));
      now apply distribution_gaussian.
  - intros; lra.
  - intros z.
    assert (shift : 0 < 2 * m / s) by (apply Rdiv_lt_0_compat; lra).
    replace ((s * z - m - - m) / s) with z by (field; lra).
    replace ((s * z - m - m) / s) with (z - 2 * m / s) by (field; lra).
    replace ((s * z + m - - m) / s) with (z + 2 * m / s) by (field; lra).
    replace ((s * z + m - m) / s) with z by (field; lra).
    assert (less := Phi_increasing (z - 2 * m / s) z ltac:(lra)).
    assert (more := Phi_increasing z (z + 2 * m / s) ltac:(lra)); lra.
  - now exists Phi, (fun y => / 2 * (Phi ((y - - m) / s) + Phi ((y - m) / s))), g.
Qed.

Lemma generator_of_four_exists :
  exists Phi Psi g, optimal_generator Phi Psi (equal_mixture 4 four_modes 1) g
  /\ forall y, exists z, g z = y.
Proof.
  set (Psi y := / 2 * (/ 2 * (Phi ((y - -10) / 1) + Phi ((y - - / 2) / 1))
    + / 2 * (Phi ((y - / 2) / 1) + Phi ((y - 10) / 1)))).
  set (p y := / 2 * (/ 2 * (gaussian1 (-10) 1 y + gaussian1 (- / 2) 1 y)
    + / 2 * (gaussian1 (/ 2) 1 y + gaussian1 10 1 y))).
  assert (Psi_is : distribution Psi p).
  { apply distribution_average; apply distribution_average; apply distribution_gaussian; lra. }
  assert (same : forall y, p y = equal_mixture 4 four_modes 1 y).
  { intros y; unfold p, equal_mixture; simpl; field. }
  assert (Psi_is' : distribution Psi (equal_mixture 4 four_modes 1)).
  { split; [intros y; rewrite <- same |]; apply Psi_is. }
  destruct (generator_exists Psi (equal_mixture 4 four_modes 1) (fun z => z - 10)
    (fun z => z + 10) Psi_is') as [g optimal].
  - intros; lra.
  - intros z; unfold Psi; rewrite !Rdiv_1; split.
    + assert (a := Phi_le (z - 10 - -10) z ltac:(lra)).
      assert (b := Phi_le (z - 10 - - / 2) z ltac:(lra)).
      assert (c := Phi_le (z - 10 - / 2) z ltac:(lra)).
      assert (d := Phi_le (z - 10 - 10) z ltac:(lra)); lra.
    + assert (a := Phi_le z (z + 10 - -10) ltac:(lra)).
      assert (b := Phi_le z (z + 10 - - / 2) ltac:(lra)).
      assert (c := Phi_le z (z + 10 - / 2) ltac:(lra)).
      assert (d := Phi_le z (z + 10 - 10) ltac:(lra)); lra.
  - exists Phi, Psi, g; split; [exact optimal |]; intros x.
    assert (level : 0 < Psi x < 1).
    { unfold Psi; generalize (Phi_between ((x - -10) / 1)) (Phi_between ((x - - / 2) / 1))
        (Phi_between ((x - / 2) / 1)) (Phi_between ((x - 10) / 1)); lra. }
    destruct (Phi_onto (Psi x) level) as [z z_is]; exists z.
    destruct optimal as [_ [_ equal]].
    assert (values : Psi (g z) = Psi x) by (rewrite equal; exact z_is).
    assert (increasing := distribution_increasing Psi _ mixture_pos Psi_is').
    destruct (Rtotal_order (g z) x) as [less | [| more]]; [| assumption |].
    + generalize (increasing _ _ less); lra.
    + generalize (increasing _ _ more); lra.
Qed.

(** ** Hence what is said of every monotone generator is false *)

Lemma nearly_linear_printed_false :
  ~ forall Phi Psi g : R -> R, optimal_generator Phi Psi (symmetric_mixture 8 1) g ->
    Rabs (Derive_n g 3 0) <= Derive g 0.
Proof.
  intros printed; destruct (generator_of_pair_exists 8 1) as [F [G [g optimal]]]; try lra.
  exact (nearly_linear_false F G g optimal (printed F G g optimal)).
Qed.

Lemma segment_count_printed_false :
  ~ forall (n : nat) (x : nat -> R) (s : R) (Phi Psi g : R -> R) (i : nat) (z zi zj : R),
    0 < s -> (forall j, (S j < n)%nat -> x j < x (S j)) -> (S i < n)%nat ->
    optimal_generator Phi Psi (equal_mixture n x s) g ->
    g z = (x i + x (S i)) / 2 -> g zi = x i -> g zj = x (S i) ->
    Derive g zi < Derive g z /\ Derive g zj < Derive g z.
Proof.
  intros printed; destruct generator_of_four_exists as [F [G [g [optimal onto]]]].
  destruct (onto (- / 2)) as [zi zi_is]; destruct (onto (/ 2)) as [zj zj_is].
  destruct (midpoint_not_steeper F G g zj optimal zj_is) as [at_0 less].
  destruct (printed 4%nat four_modes 1 F G g 1%nat 0 zi zj) as [_ more]; auto; try lra; try lia.
  - intros [| [| [| j]]] inside; simpl; lra || lia.
  - rewrite at_0; simpl; field.
Qed.
