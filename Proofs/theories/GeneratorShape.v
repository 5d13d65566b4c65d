(** How the monotone generator's shape follows from the data: scale, variance, weights. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Densities Missing.InverseDerivative.
From Steepness Require Import SymmetricMixture OptimalGenerator.
Open Scope R_scope.

(** ** Scale *)

(** Data that are multiplied by c have the distribution function Ψ(x/c). *)
Lemma rescaled_generator (Phi Psi g h : R -> R) (c : R) :
  0 < c -> (forall x y, x < y -> Psi x < Psi y) ->
  (forall z, Psi (g z) = Phi z) -> (forall z, Psi (h z / c) = Phi z) ->
  (forall z, h z = c * g z)
  /\ (forall z, ex_derive g z -> Derive h z = c * Derive g z)
  /\ (c <= 1 -> forall z, ex_derive g z -> 0 <= Derive g z -> Derive h z <= Derive g z).
Proof.
  intros c_pos increasing g_is h_is.
  assert (equal : forall z, h z = c * g z).
  { intros z; assert (same : Psi (h z / c) = Psi (g z)) by (now rewrite h_is, g_is).
    assert (point : h z / c = g z).
    { destruct (Rtotal_order (h z / c) (g z)) as [less | [| more]]; [| assumption |].
      - generalize (increasing _ _ less); lra.
      - generalize (increasing _ _ more); lra. }
    rewrite <- point; field; lra. }
  assert (slope : forall z, ex_derive g z -> Derive h z = c * Derive g z).
  { intros z smooth; rewrite (Derive_ext h (fun z => c * g z)) by exact equal.
    apply is_derive_unique, is_derive_scal, Derive_correct, smooth. }
  split; [exact equal | split; [exact slope |]].
  intros small z smooth positive; rewrite slope by assumption; nra.
Qed.

(** ** Variance *)

Lemma ln_le_sub_1 x : 0 < x -> ln x <= x - 1.
Proof.
  intros pos; destruct (Req_dec x 1) as [-> | other]; [rewrite ln_1; lra |].
  assert (bound := exp_ineq1 (ln x)); rewrite exp_ln in bound by assumption.
  assert (ln x <> 0); [| specialize (bound H); lra].
  intros zero; apply other; rewrite <- (exp_ln x), zero by assumption; apply exp_0.
Qed.

(** The slope s·exp(gap²/8s²) between two modes falls with s while the gap is 2s or more, and grows
    from there on. *)
Lemma slope_falls_with_spread (gap s1 s2 : R) :
  0 < s1 < s2 -> 2 * s2 <= gap ->
  s2 * exp (gap ^ 2 / (8 * s2 ^ 2)) < s1 * exp (gap ^ 2 / (8 * s1 ^ 2)).
Proof.
  intros order apart.
  assert (logs : ln s2 + gap ^ 2 / (8 * s2 ^ 2) < ln s1 + gap ^ 2 / (8 * s1 ^ 2)).
  { set (t := s2 / s1); assert (t_eq : s2 = t * s1) by (unfold t; field; lra).
    assert (t_gt : 1 < t) by nra.
    assert (log : ln s2 = ln t + ln s1) by (rewrite t_eq at 1; apply ln_mult; lra).
    assert (bound := ln_le_sub_1 t ltac:(lra)).
    assert (share : / 2 <= gap ^ 2 / (8 * s2 ^ 2)).
    { apply Rmult_le_reg_r with (8 * s2 ^ 2); [nra |].
      unfold Rdiv; rewrite Rmult_assoc, Rinv_l by nra; nra. }
    replace (gap ^ 2 / (8 * s1 ^ 2)) with (t ^ 2 * (gap ^ 2 / (8 * s2 ^ 2)))
      by (unfold t; field; lra).
    set (G := gap ^ 2 / (8 * s2 ^ 2)) in *; rewrite log.
    assert ((t ^ 2 - 1) * / 2 <= (t ^ 2 - 1) * G) by (apply Rmult_le_compat_l; nra).
    nra. }
  apply exp_increasing in logs; rewrite !exp_plus, !exp_ln in logs by lra; exact logs.
Qed.

Lemma slope_grows_with_spread (gap s1 s2 : R) :
  0 < s1 < s2 -> 0 < gap <= 2 * s1 ->
  s1 * exp (gap ^ 2 / (8 * s1 ^ 2)) < s2 * exp (gap ^ 2 / (8 * s2 ^ 2)).
Proof.
  intros order close.
  assert (logs : ln s1 + gap ^ 2 / (8 * s1 ^ 2) < ln s2 + gap ^ 2 / (8 * s2 ^ 2)).
  { set (t := s1 / s2); assert (t_eq : s1 = t * s2) by (unfold t; field; lra).
    assert (t_between : 0 < t < 1) by (split; nra).
    assert (log : ln s1 = ln t + ln s2) by (rewrite t_eq at 1; apply ln_mult; lra).
    assert (bound := ln_le_sub_1 t ltac:(lra)).
    assert (share : gap ^ 2 / (8 * s1 ^ 2) <= / 2).
    { apply Rmult_le_reg_r with (8 * s1 ^ 2); [nra |].
      unfold Rdiv; rewrite Rmult_assoc, Rinv_l by nra; nra. }
    replace (gap ^ 2 / (8 * s2 ^ 2)) with (t ^ 2 * (gap ^ 2 / (8 * s1 ^ 2)))
      by (unfold t; field; lra).
    set (G := gap ^ 2 / (8 * s1 ^ 2)) in *; rewrite log.
    assert ((1 - t ^ 2) * G <= (1 - t ^ 2) * / 2) by (apply Rmult_le_compat_l; nra).
    nra. }
  apply exp_increasing in logs; rewrite !exp_plus, !exp_ln in logs by lra; exact logs.
Qed.

Lemma pair_slope_and_spread (Phi Psi1 Psi2 g1 g2 : R -> R) (x1 x2 s1 s2 : R) :
  0 < s1 < s2 -> x1 < x2 ->
  optimal_generator Phi Psi1 (pair_mixture x1 x2 s1) g1 ->
  optimal_generator Phi Psi2 (pair_mixture x1 x2 s2) g2 ->
  (2 * s2 <= x2 - x1 -> Derive g2 0 < Derive g1 0)
  /\ (x2 - x1 <= 2 * s1 -> Derive g1 0 < Derive g2 0).
Proof.
  intros order ascending first second.
  destruct (pair_slope Phi Psi1 g1 x1 x2 s1 ltac:(lra) first) as [_ slope1].
  destruct (pair_slope Phi Psi2 g2 x1 x2 s2 ltac:(lra) second) as [_ slope2].
  rewrite (is_derive_unique _ _ _ slope1), (is_derive_unique _ _ _ slope2); split; intros.
  - now apply slope_falls_with_spread.
  - apply slope_grows_with_spread; lra.
Qed.

(** ** Weights *)

(** g a is the generator for the weights a and 1 - a, and z a the latent of the midpoint. *)
Lemma latent_of_midpoint (Phi : R -> R) (g : R -> R -> R) (z : R -> R) (x1 x2 s : R) :
  distribution Phi standard_gaussian -> 0 < s -> x1 < x2 ->
  (forall a u, 0 < a < 1 ->
    a * Phi ((g a u - x1) / s) + (1 - a) * Phi ((g a u - x2) / s) = Phi u) ->
  (forall a, 0 < a < 1 -> g a (z a) = (x1 + x2) / 2) ->
  let h := (x2 - x1) / (2 * s) in
  forall a, 0 < a < 1 ->
  is_derive z a ((Phi h - Phi (- h)) / standard_gaussian (z a))
  /\ 0 < (Phi h - Phi (- h)) / standard_gaussian (z a)
  /\ Rabs (Phi (z a) - a) <= Phi (- h).
Proof.
  intros Phi_is spread ascending g_is z_is h a a_in.
  assert (increasing := distribution_increasing _ _ standard_gaussian_pos Phi_is).
  assert (h_pos : 0 < h) by (apply Rdiv_lt_0_compat; lra).
  assert (level : forall b, 0 < b < 1 -> Phi (z b) = b * Phi h + (1 - b) * Phi (- h)).
  { intros b b_in; rewrite <- (g_is b (z b) b_in), (z_is b b_in).
    replace (((x1 + x2) / 2 - x1) / s) with h by (unfold h; field; lra).
    replace (((x1 + x2) / 2 - x2) / s) with (- h) by (unfold h; field; lra); reflexivity. }
  assert (mirror : Phi h + Phi (- h) = 1).
  { assert (sum := distribution_symmetric Phi standard_gaussian 0 ltac:(intros u;
      replace (0 - u) with (- (0 + u)) by ring; now rewrite standard_gaussian_even) Phi_is h).
    now rewrite Rplus_0_l, Rminus_0_l in sum. }
  assert (low : 0 <= Phi (- h)).
  { apply Rnot_lt_le; intros negative.
    destruct Phi_is as [_ [limit _]].
    assert (some : Rbar_locally m_infty (fun x => Phi x < Phi (- h))).
    { exists (- h); intros x less; now apply increasing. }
    assert (bound : Rbar_le 0 (Phi (- h))).
    { apply (is_lim_le_loc Phi (fun _ => Phi (- h)) m_infty); [| exact limit | apply is_lim_const].
      apply filter_imp with (2 := some); intros; lra. }
    simpl in bound; lra. }
  assert (gain : Phi (- h) < Phi h) by (apply increasing; lra).
  assert (slope : is_derive z a ((Phi h - Phi (- h)) / standard_gaussian (z a))).
  { apply (is_derive_of_inverse (fun _ => True) Phi (fun b => b * Phi h + (1 - b) * Phi (- h))).
    - auto.
    - apply filter_forall; auto.
    - assert (near : locally a (fun b => 0 < b < 1)).
      { apply (locally_interval _ a (Finite 0) (Finite 1)); simpl; intros; lra. }
      apply filter_imp with (2 := near); auto.
    - apply Phi_is.
    - apply standard_gaussian_pos.
    - auto_derive; [exact I | ring]. }
  split; [exact slope | split].
  - apply Rdiv_lt_0_compat; [lra | apply standard_gaussian_pos].
  - rewrite level by assumption; apply Rabs_le; split; nra.
Qed.

Lemma latent_increases (Phi : R -> R) (g : R -> R -> R) (z : R -> R) (x1 x2 s : R) :
  distribution Phi standard_gaussian -> 0 < s -> x1 < x2 ->
  (forall a u, 0 < a < 1 ->
    a * Phi ((g a u - x1) / s) + (1 - a) * Phi ((g a u - x2) / s) = Phi u) ->
  (forall a, 0 < a < 1 -> g a (z a) = (x1 + x2) / 2) ->
  forall a b, 0 < a < b -> b < 1 -> z a < z b.
Proof.
  intros Phi_is spread ascending g_is z_is a b order below.
  assert (rate := latent_of_midpoint Phi g z x1 x2 s Phi_is spread ascending g_is z_is).
  destruct (MVT_gen z a b (fun a => (Phi ((x2 - x1) / (2 * s)) - Phi (- ((x2 - x1) / (2 * s))))
    / standard_gaussian (z a))) as [c [between mean]].
  - intros c; rewrite Rmin_left, Rmax_right by lra; intros; apply rate; lra.
  - intros c; rewrite Rmin_left, Rmax_right by lra; intros.
    apply continuity_pt_filterlim, (ex_derive_continuous z); eexists; apply rate; lra.
  - rewrite Rmin_left, Rmax_right in between by lra.
    assert (positive := proj1 (proj2 (rate c ltac:(lra)))); nra.
Qed.

(** ** The inverse *)

Lemma inverse_generator (Phi Psi g h : R -> R) :
  (forall z, Psi (g z) = Phi z) -> (forall y, g (h y) = y) -> forall y, Phi (h y) = Psi y.
Proof. intros g_is inverse y; now rewrite <- g_is, inverse. Qed.
