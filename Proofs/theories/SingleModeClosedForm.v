(** A single mode on the line: after one step the generator is not linear, and what has a closed
    form is the equation of a generator that is taken to stay linear. *)

From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Densities Missing.SeparableEquation Missing.EuclideanSpace.
From Steepness Require Import SymmetricMixture PushForwardDensity SteepnessRate SteepnessEvolution.
From Steepness Require Import ClosedSteepnessEquation SingleModeRecurrence SingleModePrinted.
Open Scope R_scope.

(** ∇d/d for the optimal discriminator of p against q. *)
Definition optimal_field (p q : R -> R) (x : R) : R :=
  Derive (fun y => p y / (p y + q y)) x / (p x / (p x + q x)).

(** What one step of size s makes of the generator g. *)
Definition stepped (p q g : R -> R) (s z : R) : R := g z + s * optimal_field p q (g z).

Section Step.

Variables (kstar k s : R).
Hypotheses (k_pos : 0 < k < kstar) (s_pos : 0 < s).

Let B := 1 / k ^ 2 - 1 / kstar ^ 2.
Definition rho (z : R) : R := k / kstar * exp (B * k ^ 2 * z ^ 2 / 2).
Let C := k ^ 3 * s * B ^ 2.
Let n z := rho z / (1 + rho z) ^ 2.

Lemma B_pos : 0 < B.
Proof.
  unfold B, Rdiv; rewrite !Rmult_1_l.
  assert (/ kstar ^ 2 < / k ^ 2); [| lra].
  apply Rinv_lt_contravar; [apply Rmult_lt_0_compat; apply pow_lt |]; nra.
Qed.

Lemma rho_pos z : 0 < rho z.
Proof. apply Rmult_lt_0_compat; [apply Rdiv_lt_0_compat; lra | apply exp_pos]. Qed.

Lemma rho_derive z : is_derive rho z (rho z * (B * k ^ 2 * z)).
Proof.
  unfold rho; evar_last.
  - apply (is_derive_scal (fun z => exp (B * k ^ 2 * z ^ 2 / 2))).
    apply (is_derive_comp exp (fun z => B * k ^ 2 * z ^ 2 / 2)).
    + apply is_derive_Reals, derivable_pt_lim_exp.
    + auto_derive; [exact I | reflexivity].
  - unfold scal; simpl; unfold mult; simpl; field; lra.
Qed.

Lemma field_of_gaussians (x : R) :
  optimal_field (gaussian1 0 kstar) (gaussian1 0 k) x = B * x / (1 + rho (x / k)).
Proof.
  assert (star_pos : 0 < kstar) by lra.
  assert (p_pos := gaussian1_pos 0 kstar x star_pos).
  assert (q_pos := gaussian1_pos 0 k x ltac:(lra)).
  assert (p_derive := is_derive_gaussian1 0 kstar x star_pos).
  assert (q_derive := is_derive_gaussian1 0 k x ltac:(lra)).
  assert (ratio : gaussian1 0 kstar x = rho (x / k) * gaussian1 0 k x).
  { unfold rho, gaussian1, B.
    replace (- (x - 0) ^ 2 / (2 * kstar ^ 2))
      with ((1 / k ^ 2 - 1 / kstar ^ 2) * k ^ 2 * (x / k) ^ 2 / 2 + - (x - 0) ^ 2 / (2 * k ^ 2))
      by (field; lra).
    rewrite exp_plus; assert (root := root_pos); field; repeat split; lra. }
  assert (slope : is_derive
    (fun y => gaussian1 0 kstar y / (gaussian1 0 kstar y + gaussian1 0 k y)) x
    ((- (x - 0) / kstar ^ 2 * gaussian1 0 kstar x * (gaussian1 0 kstar x + gaussian1 0 k x)
      - gaussian1 0 kstar x * (- (x - 0) / kstar ^ 2 * gaussian1 0 kstar x
                               + - (x - 0) / k ^ 2 * gaussian1 0 k x))
     / (gaussian1 0 kstar x + gaussian1 0 k x) ^ 2)).
  { apply (is_derive_div (gaussian1 0 kstar) (fun y => gaussian1 0 kstar y + gaussian1 0 k y));
      [exact p_derive | | lra].
    now apply (is_derive_plus (gaussian1 0 kstar) (gaussian1 0 k)). }
  unfold optimal_field; rewrite (is_derive_unique (fun y : R => gaussian1 0 kstar y
    / (gaussian1 0 kstar y + gaussian1 0 k y)) x _ slope), ratio; unfold B.
  generalize (rho_pos (x / k)); intros; field; repeat split; nra.
Qed.

(** The generator after the first step from kz. *)
Let g1 := stepped (gaussian1 0 kstar) (gaussian1 0 k) (fun z => k * z) s.

Lemma g1_eq z : g1 z = k * z * (1 + s * B / (1 + rho z)).
Proof.
  unfold g1, stepped; rewrite field_of_gaussians.
  replace (k * z / k) with z by (field; lra).
  generalize (rho_pos z); intros; field; lra.
Qed.

Lemma g1_derive z : is_derive g1 z (k * (1 + s * B / (1 + rho z)) - C * z ^ 2 * n z).
Proof.
  apply (is_derive_ext (fun z => k * z * (1 + s * B / (1 + rho z))));
    [intros; symmetry; apply g1_eq |].
  generalize (rho_pos z); intros pos; evar_last.
  - apply (is_derive_mult (fun z => k * z) (fun z => 1 + s * B / (1 + rho z)));
      [| | intros; apply Rmult_comm].
    + apply is_derive_scal, @is_derive_id.
    + apply (is_derive_plus (fun _ => 1) (fun z => s * B / (1 + rho z)));
        [apply @is_derive_const |].
      apply (is_derive_div (fun _ => s * B) (fun z => 1 + rho z)); [apply @is_derive_const | | lra].
      apply (is_derive_plus (fun _ => 1) rho); [apply @is_derive_const | apply rho_derive].
  - unfold C, n, plus, mult, scal, one, zero; simpl; unfold mult; simpl; field; lra.
Qed.

Lemma n_derive z :
  is_derive n z (rho z * (B * k ^ 2 * z) * (1 - rho z) / (1 + rho z) ^ 3).
Proof.
  generalize (rho_pos z); intros pos; unfold n; evar_last.
  - apply (is_derive_div rho (fun z => (1 + rho z) ^ 2));
      [apply rho_derive | | apply pow_nonzero; lra].
    apply (is_derive_pow (fun z => 1 + rho z) 2), (is_derive_plus (fun _ => 1) rho);
      [apply @is_derive_const | apply rho_derive].
  - unfold plus, zero; simpl; field; lra.
Qed.

(** The second derivative is z·W(z). *)
Definition W (z : R) : R :=
  - 3 * C * n z - C * z ^ 2 * (rho z * (B * k ^ 2) * (1 - rho z) / (1 + rho z) ^ 3).

Lemma g1_derive2 z : is_derive (Derive g1) z (W z * z).
Proof.
  apply (is_derive_ext (fun z => k * (1 + s * B / (1 + rho z)) - C * z ^ 2 * n z)).
  - intros u; symmetry; apply is_derive_unique, g1_derive.
  - generalize (rho_pos z); intros pos; evar_last.
    + apply (is_derive_minus (fun z => k * (1 + s * B / (1 + rho z))) (fun z => C * z ^ 2 * n z)).
      * apply is_derive_scal, (is_derive_plus (fun _ => 1) (fun z => s * B / (1 + rho z)));
          [apply @is_derive_const |].
        apply (is_derive_div (fun _ => s * B) (fun z => 1 + rho z));
          [apply @is_derive_const | | lra].
        apply (is_derive_plus (fun _ => 1) rho); [apply @is_derive_const | apply rho_derive].
      * apply (is_derive_mult (fun z => C * z ^ 2) n);
          [auto_derive; [exact I | reflexivity] | apply n_derive | intros; apply Rmult_comm].
    + unfold W, C, n, minus, plus, opp, mult, zero; simpl; field; lra.
Qed.

Lemma g1_third : is_derive (Derive (Derive g1)) 0 (- 3 * C * n 0).
Proof.
  apply (is_derive_ext (fun z => W z * z)).
  - intros u; symmetry; apply is_derive_unique, g1_derive2.
  - replace (- 3 * C * n 0) with (W 0 * 1) by (unfold W; ring).
    apply (is_derive_mult_at_zero W (fun z => z)); [| apply @is_derive_id | reflexivity].
    apply (ex_derive_continuous W).
    assert (rho_smooth : ex_derive rho 0) by (eexists; apply rho_derive).
    assert (pos := rho_pos 0).
    unfold W, n; auto_derive; repeat split; try assumption;
      try (apply Rgt_not_eq; simpl; nra); exact I.
Qed.

Lemma g1_at_0 : g1 0 = 0 /\ Derive g1 0 = optimal_step 1 kstar s (fun _ => 0) k
  /\ Derive_n g1 2 0 = 0 /\ Derive_n g1 3 0 < 0 /\ thrice_differentiable g1 0.
Proof.
  assert (pos := rho_pos 0); split; [rewrite g1_eq; ring | split; [| split; [| split]]].
  - rewrite (is_derive_unique _ _ _ (g1_derive 0)); unfold optimal_step, B.
    rewrite mode_ratio_at_rest, pow_1.
    replace (rho 0) with (k / kstar)
      by (unfold rho; replace (B * k ^ 2 * 0 ^ 2 / 2) with 0 by field; rewrite exp_0; ring).
    assert (0 < k / kstar) by (apply Rdiv_lt_0_compat; lra); field; repeat split; lra.
  - change (Derive (Derive g1) 0 = 0).
    rewrite (is_derive_unique _ _ _ (g1_derive2 0)); ring.
  - change (Derive (Derive (Derive g1)) 0 < 0); rewrite (is_derive_unique _ _ _ g1_third).
    assert (0 < C) by (repeat apply Rmult_lt_0_compat; try apply pow_lt; try lra; apply B_pos).
    assert (0 < n 0) by (apply Rdiv_lt_0_compat; [| apply pow_lt]; lra); nra.
  - split; [| eexists; exact g1_third].
    apply filter_forall; intros u; split; eexists; [apply g1_derive | apply g1_derive2].
Qed.

(** The steepness at 0 after the second step is less than that of the recurrence. *)
Lemma second_step_less (q1 : R -> R) :
  image_density g1 q1 ->
  let g2 := stepped (gaussian1 0 kstar) q1 g1 s in
  let step := optimal_step 1 kstar s (fun _ => 0) in
  ex_derive g2 0 /\ Derive g2 0 < step (step k).
Proof.
  intros image g2 step; destruct g1_at_0 as [at_0 [first [second [third smooth]]]].
  assert (star_pos : 0 < kstar) by lra.
  assert (same : forall x, symmetric_mixture 0 kstar x = gaussian1 0 kstar x).
  { intros x; unfold symmetric_mixture; rewrite Ropp_0; field. }
  assert (slope := is_derive_field_of_symmetric_mixture g1 q1 0 kstar star_pos image smooth at_0
    second).
  set (k1 := Derive g1 0) in *; set (g3 := Derive_n g1 3 0) in *.
  assert (k1_pos : 0 < k1) by (apply (proj1 (proj2 (image 0)))).
  assert (whole : is_derive g2 0 (k1 + s * steepness_rate (curvature 0 kstar)
    (centre_density 0 kstar) k1 g3)).
  { apply (is_derive_plus g1 (fun z => s * optimal_field (gaussian1 0 kstar) q1 (g1 z))).
    - apply Derive_correct; apply (proj1 (image 0)).
    - apply is_derive_scal; apply (is_derive_ext
        (fun z => optimal_field (symmetric_mixture 0 kstar) q1 (g1 z))); [| exact slope].
      intros z; unfold optimal_field; rewrite same; f_equal; apply Derive_ext; intros x.
      now rewrite same. }
  split; [eexists; exact whole |]; rewrite (is_derive_unique _ _ _ whole).
  assert (rate := step_eq_rate kstar k1 s star_pos k1_pos ltac:(lra)).
  assert (next : step k1 = k1 + s * closed_rate (curvature 0 kstar) (centre_density 0 kstar) k1).
  { rewrite <- rate; unfold step; field; lra. }
  unfold step in *; rewrite <- first; rewrite next.
  apply Rplus_lt_compat_l, Rmult_lt_compat_l; [assumption |].
  unfold closed_rate, steepness_rate; apply Rmult_lt_compat_r; [| lra].
  apply Rinv_0_lt_compat, denominator_pos; [apply centre_density_pos |]; assumption.
Qed.

End Step.

(** ** The equation of a generator that stays linear *)

Definition linear_rate (kstar k : R) : R := (kstar - k) / (k * kstar).
Definition linear_time (kstar k0 k : R) : R :=
  kstar * (k0 - k) + kstar ^ 2 * ln ((kstar - k0) / (kstar - k)).

Lemma linear_rate_eq (kstar k s : R) :
  0 < kstar -> 0 < k -> s <> 0 ->
  (optimal_step 1 kstar s (fun _ => 0) k - k) / s = linear_rate kstar k.
Proof.
  intros; unfold optimal_step, linear_rate; rewrite mode_ratio_at_rest, pow_1.
  assert (0 < k / kstar) by now apply Rdiv_lt_0_compat.
  field; repeat split; lra.
Qed.

Lemma is_derive_linear_time (kstar k0 k : R) :
  0 < k0 < kstar -> 0 < k < kstar ->
  is_derive (linear_time kstar k0) k (/ linear_rate kstar k).
Proof.
  intros start inside; unfold linear_time, linear_rate.
  assert (0 < (kstar - k0) / (kstar - k)) by (apply Rdiv_lt_0_compat; lra).
  auto_derive; [repeat split; [lra | assumption] |].
  field; repeat split; lra.
Qed.

Lemma linear_rate_pos (kstar k : R) : 0 < k < kstar -> 0 < linear_rate kstar k.
Proof. intros; apply Rdiv_lt_0_compat; nra. Qed.

Lemma linear_solution_iff (kstar : R) (k : R -> R) (t0 t1 t2 : R) :
  t1 < t0 < t2 -> (forall t, t1 < t < t2 -> 0 < k t < kstar) ->
  (forall t, t1 < t < t2 -> is_derive k t (linear_rate kstar (k t)))
  <-> (forall t, t1 < t < t2 -> linear_time kstar (k t0) (k t) = t - t0).
Proof.
  intros start inside.
  assert (at_start : linear_time kstar (k t0) (k t0) = 0).
  { generalize (inside t0 start); intros; unfold linear_time.
    replace ((kstar - k t0) / (kstar - k t0)) with 1 by (field; lra); rewrite ln_1; ring. }
  assert (general := solution_iff_time 0 kstar (linear_rate kstar) (linear_time kstar (k t0))
    (fun x low high => linear_rate_pos kstar x (conj low high))
    (fun x low high => is_derive_linear_time kstar (k t0) x (inside t0 start) (conj low high))
    k t0 t1 t2 start inside).
  rewrite general; split; intros implicit t t_in; generalize (implicit t t_in);
    rewrite at_start; lra.
Qed.

(** The implicit solution in terms of Lambert's function: w exp(w) = -e exp(-e - t/kstar²) with
    w = k/kstar - 1 above -1 and e = 1 - k0/kstar. *)
Lemma linear_time_lambert (kstar k0 k t : R) :
  0 < k0 < kstar -> 0 < k < kstar ->
  let e := 1 - k0 / kstar in
  let w := k / kstar - 1 in
  -1 < w < 0
  /\ (linear_time kstar k0 k = t <-> w * exp w = - e * exp (- e - t / kstar ^ 2)).
Proof.
  intros start inside e w.
  assert (k_share : 0 < k / kstar) by (apply Rdiv_lt_0_compat; lra).
  assert (w_eq : kstar * w = k - kstar) by (unfold w; field; lra).
  assert (e_eq : kstar * e = kstar - k0) by (unfold e; field; lra).
  assert (w_neg : w < 0) by nra; assert (e_pos : 0 < e) by nra.
  split; [unfold w in *; lra |].
  assert (logs : ln ((kstar - k0) / (kstar - k)) = ln e - ln (- w)).
  { rewrite <- ln_div by lra; f_equal.
    replace (kstar - k) with (kstar * - w) by lra; rewrite <- e_eq; field; split; lra. }
  assert (time : linear_time kstar k0 k = kstar ^ 2 * (- e - w + (ln e - ln (- w)))).
  { unfold linear_time; rewrite logs; unfold e, w; field; lra. }
  assert (square : 0 < kstar ^ 2) by (apply pow_lt; lra).
  rewrite time; split.
  - intros <-.
    replace (kstar ^ 2 * (- e - w + (ln e - ln (- w))) / kstar ^ 2)
      with (- e - w + (ln e - ln (- w))) by (field; lra).
    replace (- e - (- e - w + (ln e - ln (- w)))) with (w + (ln (- w) + - ln e)) by ring.
    rewrite !exp_plus, exp_Ropp, !exp_ln by lra; field; lra.
  - intros equal.
    assert (positive : - w * exp w = e * exp (- e - t / kstar ^ 2)) by lra.
    apply (f_equal ln) in positive.
    rewrite !ln_mult, !ln_exp in positive by (try apply exp_pos; lra).
    replace (- e - w + (ln e - ln (- w))) with (t / kstar ^ 2) by lra; field; lra.
Qed.
