(** One step of a single mode, N(0, k²I) against N(0, m²I), under the GANs of appendix H. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import OtherDivergences.
Open Scope R_scope.

(** r along a line through the centre. *)
Definition single_mode_ratio (n : nat) (k m x : R) : R :=
  (k / m) ^ n * exp (x ^ 2 / (2 * k ^ 2) - x ^ 2 / (2 * m ^ 2)).

(** k after a step s along the field of D: the slope of the step at the centre, times k. *)
Definition single_mode_step (D : usual) (n : nat) (k m s : R) : R :=
  k + s * k * Derive (fun x => Derive (fun w =>
    activation D (optimal_output D (single_mode_ratio n k m w))) x) 0.

Lemma ex_derive_curvature D u : 0 < u -> ex_derive (curvature D) u.
Proof.
  intros positive; assert (root := sqrt_lt_R0 u positive).
  destruct D; unfold curvature; auto_derive; repeat split; try lra; try nra;
    apply Rgt_not_eq; nra.
Qed.

Lemma single_mode_step_eq D n k m s :
  0 < k -> 0 < m ->
  single_mode_step D n k m s
  = k + s * k * ((1 / k ^ 2 - 1 / m ^ 2) * ((k / m) ^ n * curvature D ((k / m) ^ n))).
Proof.
  intros k_pos m_pos; unfold single_mode_step; do 2 f_equal.
  set (r := single_mode_ratio n k m); set (c := 1 / k ^ 2 - 1 / m ^ 2).
  assert (share : 0 < (k / m) ^ n) by now apply pow_lt, Rdiv_lt_0_compat.
  assert (r_pos : forall x, 0 < r x).
  { intros x; apply Rmult_lt_0_compat; [assumption | apply exp_pos]. }
  assert (r_is : forall x, is_derive r x (x * (c * r x))).
  { intros x; unfold r, single_mode_ratio; auto_derive; [lra |].
    replace (x * (x * 1) * / (2 * (k * (k * 1))) + - (x * (x * 1) * / (2 * (m * (m * 1)))))
      with (x ^ 2 / (2 * k ^ 2) - x ^ 2 / (2 * m ^ 2)) by (field; lra).
    unfold c, single_mode_ratio; field; lra. }
  assert (field : forall x, Derive (fun w => activation D (optimal_output D (r w))) x
    = x * (c * r x * curvature D (r x))).
  { intros x; apply is_derive_unique, (is_derive_ext (fun w => slope D (r w))).
    - intros w; symmetry; now apply activation_of_optimal_output.
    - evar_last; [apply (is_derive_comp (slope D) r); [now apply is_derive_slope | apply r_is] |].
      unfold scal; simpl; unfold mult; simpl; ring. }
  transitivity (Derive (fun x => x * (c * r x * curvature D (r x))) 0);
    [apply Derive_ext, field |].
  assert (r_0 : r 0 = (k / m) ^ n).
  { unfold r, single_mode_ratio.
    replace (0 ^ 2 / (2 * k ^ 2) - 0 ^ 2 / (2 * m ^ 2)) with 0 by (field; lra).
    rewrite exp_0; ring. }
  apply is_derive_unique; evar_last.
  - apply (is_derive_mult (fun x => x) (fun x => c * r x * curvature D (r x)));
      [apply @is_derive_id | | intros; apply Rmult_comm].
    apply Derive_correct; apply ex_derive_mult.
    + apply (ex_derive_scal r c); eexists; apply r_is.
    + apply (ex_derive_comp (curvature D) r); [now apply ex_derive_curvature |].
      eexists; apply r_is.
  - unfold plus, mult, one; simpl; rewrite r_0; ring.
Qed.

Lemma nonsaturating_step n k m s :
  0 < k -> 0 < m ->
  single_mode_step vanilla n k m s
  = k + s * k * ((1 / k ^ 2 - 1 / m ^ 2) * / (1 + (k / m) ^ n)).
Proof.
  intros k_pos m_pos; rewrite single_mode_step_eq by assumption; unfold curvature.
  assert (0 < (k / m) ^ n) by now apply pow_lt, Rdiv_lt_0_compat.
  do 3 f_equal; field; lra.
Qed.

Lemma step_depends_on_divergence :
  ~ forall D n k m s, 0 < k -> 0 < m -> k <> m -> 0 < s -> (1 <= n)%nat ->
    single_mode_step D n k m s = single_mode_step vanilla n k m s.
Proof.
  intros printed; specialize (printed kullback_leibler 1%nat 1 2 1).
  rewrite nonsaturating_step, single_mode_step_eq in printed by lra.
  unfold curvature in printed; simpl in printed.
  assert (1 + 1 * 1 * ((1 / (1 * (1 * 1)) - 1 / (2 * (2 * 1))) * (1 / 2 * 1 * / (1 / 2 * 1)))
    = 1 + 1 * 1 * ((1 / (1 * (1 * 1)) - 1 / (2 * (2 * 1))) * / (1 + 1 / 2 * 1)));
    [apply printed; lra || lia | lra].
Qed.
