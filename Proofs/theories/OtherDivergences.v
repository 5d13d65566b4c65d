(** Appendix H: other f-divergences, on finitely many points, and the fields of their GANs. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.Gradients Missing.Convexity.
From Steepness Require Import Divergences.
Open Scope R_scope.

(** The integral of appendix H as printed: weighted with p, not with q. *)
Definition printed_divergence (n : nat) (f : R -> R) (p q : nat -> R) : R :=
  sum n (fun i => p i * f (p i / q i)).

(** c is f*(t), the supremum of tu - f(u) over u > 0. *)
Definition is_conjugate (f : R -> R) (t c : R) : Prop :=
  is_lub (fun l => exists u, 0 < u /\ l = t * u - f u) c.

(** The objective of the discriminator whose output g_f(V) is T; C is f*(T). *)
Definition variational (n : nat) (p q T C : nat -> R) : R :=
  sum n (fun i => p i * T i) + sum n (fun i => q i * - C i).

(** ** The divergence *)

Lemma divergence_nonneg n f p q :
  convex_on_positive f -> f 1 = 0 -> distribution n p -> distribution n q ->
  0 <= divergence n f p q.
Proof.
  intros convex zero [p_pos p_one] [q_pos q_one].
  destruct n as [| n]; [simpl in p_one; lra |].
  destruct (jensen f n q (fun i => p i / q i) convex) as [_ [_ bound]].
  - intros i low; split; [now apply q_pos |].
    apply Rdiv_lt_0_compat; [now apply p_pos | now apply q_pos].
  - rewrite q_one, Rdiv_1 in bound.
    rewrite (sum_ext (S n) (fun i => q i * (p i / q i)) p), p_one, zero in bound.
    + unfold divergence; lra.
    + intros i low; specialize (q_pos i low); field; lra.
Qed.

Definition half_half := two_points (1 / 2) (1 / 2).
Definition quarter := two_points (1 / 4) (3 / 4).

Lemma distribution_two_points a : 0 < a < 1 -> distribution 2 (two_points a (1 - a)).
Proof.
  intros between; split; [| simpl; ring].
  intros [| [| i]] low; simpl; lra || lia.
Qed.

Lemma halves_are_distributions : distribution 2 half_half /\ distribution 2 quarter.
Proof.
  split.
  - unfold half_half; replace (1 / 2) with (1 - 1 / 2) at 2 by field.
    apply distribution_two_points; lra.
  - unfold quarter; replace (3 / 4) with (1 - 1 / 4) by field.
    apply distribution_two_points; lra.
Qed.

Lemma printed_divergence_negative :
  printed_divergence 2 (fun u => - ln u) half_half quarter < 0.
Proof.
  unfold printed_divergence, half_half, quarter, two_points; simpl.
  replace (1 / 2 / (1 / 4)) with 2 by field; replace (1 / 2 / (3 / 4)) with (2 / 3) by field.
  assert (product : ln 2 + ln (2 / 3) = ln (4 / 3)) by (rewrite <- ln_mult by lra; f_equal; field).
  assert (positive := ln_ge_1_minus_inv (4 / 3) ltac:(lra)).
  replace (/ (4 / 3)) with (3 / 4) in positive by field; lra.
Qed.

Lemma printed_divergence_false :
  ~ forall n f p q, convex_on_positive f -> f 1 = 0 -> distribution n p -> distribution n q ->
    0 <= printed_divergence n f p q.
Proof.
  intros printed; assert (negative := printed_divergence_negative).
  destruct halves_are_distributions as [p_is q_is].
  specialize (printed 2%nat (fun u => - ln u) half_half quarter convex_minus_ln
    ltac:(cbv beta; rewrite ln_1; ring) p_is q_is); lra.
Qed.

(** For f = -log it is minus the relative entropy of p and q. *)
Lemma printed_divergence_of_minus_ln n p q :
  distribution n p -> distribution n q ->
  printed_divergence n (fun u => - ln u) p q = - sum n (fun i => p i * ln (p i / q i))
  /\ printed_divergence n (fun u => - ln u) p q <= 0.
Proof.
  intros [p_pos p_one] [q_pos q_one].
  assert (equal : printed_divergence n (fun u => - ln u) p q
    = - sum n (fun i => p i * ln (p i / q i))).
  { unfold printed_divergence; rewrite (sum_ext n _ (fun i => -1 * (p i * ln (p i / q i))))
      by (intros; ring); rewrite sum_scal; ring. }
  split; [exact equal |]; rewrite equal.
  assert (bound : sum n (fun i => p i - q i) <= sum n (fun i => p i * ln (p i / q i))).
  { apply sum_le; intros i low; specialize (p_pos i low); specialize (q_pos i low).
    assert (below := ln_ge_1_minus_inv (p i / q i) ltac:(now apply Rdiv_lt_0_compat)).
    replace (p i - q i) with (p i * (1 - / (p i / q i))) by (field; lra).
    apply Rmult_le_compat_l; lra. }
  rewrite sum_minus in bound; lra.
Qed.

(** ** The variational bound *)

Lemma variational_le n f p q T C :
  distribution n p -> distribution n q ->
  (forall i, (i < n)%nat -> is_conjugate f (T i) (C i)) ->
  variational n p q T C <= divergence n f p q.
Proof.
  intros [p_pos _] [q_pos _] conjugate; unfold variational, divergence; rewrite <- sum_plus.
  apply sum_le; intros i low; specialize (p_pos i low); specialize (q_pos i low).
  assert (bound : T i * (p i / q i) - f (p i / q i) <= C i).
  { apply (conjugate i low); exists (p i / q i).
    split; [now apply Rdiv_lt_0_compat | reflexivity]. }
  apply Rmult_le_compat_l with (r := q i) in bound; [| lra].
  replace (q i * (T i * (p i / q i) - f (p i / q i)))
    with (p i * T i - q i * f (p i / q i)) in bound by (field; lra); lra.
Qed.

(** The conjugate at the slope of a convex f. *)
Lemma is_conjugate_at_slope f f1 u :
  convex_on_positive f -> is_derive f u f1 -> 0 < u -> is_conjugate f f1 (f1 * u - f u).
Proof.
  intros convex f_is positive; split.
  - intros l [v [v_pos ->]].
    assert (tangent := tangent_le_of_convex f u v f1 convex positive v_pos f_is); lra.
  - intros b upper; apply upper; now exists u.
Qed.

Lemma variational_attained n f f1 p q :
  convex_on_positive f -> (forall u, 0 < u -> is_derive f u (f1 u)) ->
  distribution n p -> distribution n q ->
  (forall T C, (forall i, (i < n)%nat -> is_conjugate f (T i) (C i)) ->
   variational n p q T C <= divergence n f p q)
  /\ exists C, (forall i, (i < n)%nat -> is_conjugate f (f1 (p i / q i)) (C i))
   /\ variational n p q (fun i => f1 (p i / q i)) C = divergence n f p q.
Proof.
  intros convex f_is p_is q_is; split; [intros; now apply variational_le |].
  destruct p_is as [p_pos _]; destruct q_is as [q_pos _].
  exists (fun i => f1 (p i / q i) * (p i / q i) - f (p i / q i)); split.
  - intros i low; assert (0 < p i / q i).
    { apply Rdiv_lt_0_compat; [now apply p_pos | now apply q_pos]. }
    apply is_conjugate_at_slope; auto.
  - unfold variational, divergence; rewrite <- sum_plus.
    apply sum_ext; intros i low; specialize (q_pos i low); field; lra.
Qed.

Lemma conjugate_of_minus_ln : is_conjugate (fun u => - ln u) (-1) (-1).
Proof.
  split.
  - intros l [u [positive ->]]; assert (bound := ln_le_minus_1 u positive); lra.
  - intros b upper; apply upper; exists 1; split; [lra | rewrite ln_1; ring].
Qed.

Lemma variational_of_printed_false :
  ~ forall n f p q T C, convex_on_positive f -> distribution n p -> distribution n q ->
    (forall i, (i < n)%nat -> is_conjugate f (T i) (C i)) ->
    variational n p q T C <= printed_divergence n f p q.
Proof.
  intros printed; assert (negative := printed_divergence_negative).
  destruct halves_are_distributions as [p_is q_is].
  specialize (printed 2%nat (fun u => - ln u) half_half quarter (fun _ => -1) (fun _ => -1)
    convex_minus_ln p_is q_is (fun i _ => conjugate_of_minus_ln)).
  unfold variational, half_half, quarter, two_points in *; simpl in *; lra.
Qed.

(** ** The six usual divergences: f, the activation g_f and the optimal output V *)

Inductive usual := kullback_leibler | reverse_kullback_leibler | jensen_shannon | pearson
  | squared_hellinger | vanilla.

Definition generator (D : usual) (u : R) : R :=
  match D with
  | kullback_leibler => u * ln u
  | reverse_kullback_leibler => - ln u
  | jensen_shannon => u * ln u - (u + 1) * ln ((u + 1) / 2)
  | pearson => (u - 1) ^ 2
  | squared_hellinger => (sqrt u - 1) ^ 2
  | vanilla => u * ln u - (u + 1) * ln (u + 1)
  end.

Definition activation (D : usual) (v : R) : R :=
  match D with
  | kullback_leibler | pearson => v
  | reverse_kullback_leibler => - exp (- v)
  | jensen_shannon => ln 2 - ln (1 + exp (- v))
  | squared_hellinger => 1 - exp (- v)
  | vanilla => - ln (1 + exp (- v))
  end.

Definition optimal_output (D : usual) (u : R) : R :=
  match D with
  | kullback_leibler => 1 + ln u
  | reverse_kullback_leibler | jensen_shannon | vanilla => ln u
  | pearson => 2 * (u - 1)
  | squared_hellinger => ln u / 2
  end.

(** f′ and f″ of each. *)
Definition slope (D : usual) (u : R) : R :=
  match D with
  | kullback_leibler => 1 + ln u
  | reverse_kullback_leibler => - / u
  | jensen_shannon => ln 2 - ln (1 + / u)
  | pearson => 2 * (u - 1)
  | squared_hellinger => 1 - / sqrt u
  | vanilla => - ln (1 + / u)
  end.

Definition curvature (D : usual) (u : R) : R :=
  match D with
  | kullback_leibler => / u
  | reverse_kullback_leibler => / u ^ 2
  | jensen_shannon | vanilla => / (u * (1 + u))
  | pearson => 2
  | squared_hellinger => / (2 * (u * sqrt u))
  end.

Lemma ln_1_plus_inv u : 0 < u -> ln (1 + / u) = ln (u + 1) - ln u.
Proof.
  intros positive; replace (1 + / u) with ((u + 1) * / u) by (field; lra).
  rewrite ln_mult, ln_Rinv by (try apply Rinv_0_lt_compat; lra); ring.
Qed.

Lemma is_derive_generator D u : 0 < u -> is_derive (generator D) u (slope D u).
Proof.
  intros positive; assert (root := sqrt_lt_R0 u positive); destruct D; unfold generator, slope.
  - auto_derive; [lra | field; lra].
  - auto_derive; [lra | field; lra].
  - rewrite ln_1_plus_inv by assumption; auto_derive; [repeat split; lra |].
    replace ((u + 1) * / 2) with ((u + 1) / 2) by reflexivity.
    rewrite ln_div by lra; field; lra.
  - auto_derive; [exact I | ring].
  - auto_derive; [lra | field; lra].
  - rewrite ln_1_plus_inv by assumption; auto_derive; [repeat split; lra | field; lra].
Qed.

Lemma is_derive_slope D u : 0 < u -> is_derive (slope D) u (curvature D u).
Proof.
  intros positive; assert (root := sqrt_lt_R0 u positive).
  assert (inverse := Rinv_0_lt_compat u positive); destruct D; unfold slope, curvature.
  - auto_derive; [lra | field; lra].
  - auto_derive; [lra | field; lra].
  - auto_derive; [repeat split; lra | field; lra].
  - auto_derive; [exact I | ring].
  - auto_derive; [repeat split; lra |].
    replace (u * sqrt u) with (sqrt u * sqrt u * sqrt u) by (rewrite sqrt_sqrt; lra); field; lra.
  - auto_derive; [repeat split; lra | field; lra].
Qed.

Lemma curvature_pos D u : 0 < u -> 0 < curvature D u.
Proof.
  intros positive; assert (root := sqrt_lt_R0 u positive).
  destruct D; unfold curvature; try lra; apply Rinv_0_lt_compat; nra.
Qed.

Lemma activation_of_optimal_output D u :
  0 < u -> activation D (optimal_output D u) = slope D u.
Proof.
  intros positive; assert (root := sqrt_lt_R0 u positive).
  assert (inverse : exp (- ln u) = / u) by (rewrite exp_Ropp, exp_ln; auto).
  destruct D; simpl; rewrite ?inverse; try ring.
  rewrite exp_Ropp; do 2 f_equal; rewrite <- (exp_ln (sqrt u)) at 1 by assumption; f_equal.
  assert (double : ln (sqrt u) + ln (sqrt u) = ln u) by (rewrite <- ln_mult, sqrt_sqrt; lra).
  lra.
Qed.

Lemma ex_derive_activation D v : ex_derive (activation D) v.
Proof.
  assert (positive := exp_pos (- v)); destruct D; unfold activation; auto_derive;
    repeat split; lra.
Qed.

(** ** The fields *)

Lemma is_gradient_activation D n V x G :
  is_gradient n V x G ->
  is_gradient n (fun y => activation D (V y)) x (scale (Derive (activation D) (V x)) G).
Proof.
  intros V_is; apply (is_gradient_comp_line n x (activation D) V); [| assumption].
  apply Derive_correct, ex_derive_activation.
Qed.

(** At the optimal V the field is f″(r)∇r. *)
Lemma field_of_optimal_output D n (r : vector -> R) x G :
  (forall y, 0 < r y) -> is_gradient n r x G ->
  let V y := optimal_output D (r y) in
  is_gradient n (fun y => activation D (V y)) x (scale (curvature D (r x)) G)
  /\ (forall u, 0 < u ->
     is_derive (generator D) u (slope D u) /\ is_derive (slope D) u (curvature D u)).
Proof.
  intros positive r_is V; split.
  - apply (is_gradient_of_near n x (fun y => slope D (r y)) _ _ 1); [lra | |].
    + intros y _; symmetry; now apply activation_of_optimal_output.
    + apply (is_gradient_comp_line n x (slope D) r); [| assumption].
      now apply is_derive_slope.
  - intros; split; [now apply is_derive_generator | now apply is_derive_slope].
Qed.

(** f″(r)∇r is the steepest descent of D_h where h″ = f″/r. *)
Lemma field_descends n (h h1 : R -> R) (f2 : R) (r : vector -> R) x G :
  0 < r x -> is_derive h (r x) (h1 (r x)) -> is_derive h1 (r x) (f2 / r x) ->
  is_gradient n r x G ->
  is_gradient n (fun y => - (h (r y) - r y * h1 (r y))) x (scale f2 G).
Proof.
  intros r_pos h_is h1_is r_is.
  assert (variation := is_gradient_variation n h h1 _ r x G h_is h1_is r_is).
  apply (is_gradient_ext _ _ _ (scale (-1) (scale (- (r x * (f2 / r x))) G))).
  - intros i _; unfold scale; field; lra.
  - apply (is_gradient_of_near _ _ (fun y => -1 * (h (r y) - r y * h1 (r y))) _ _ 1);
      [lra | intros; ring | now apply is_gradient_scal].
Qed.

Lemma descended_divergences n (r : vector -> R) x G :
  0 < r x -> is_gradient n r x G ->
  is_gradient n (fun y => - (- ln (r y) - r y * - / r y)) x
    (scale (curvature kullback_leibler (r x)) G)
  /\ is_gradient n (fun y => - (nsgan_f (r y) - r y * nsgan_f1 (r y))) x
    (scale (curvature vanilla (r x)) G)
  /\ (forall D, is_gradient n
       (fun y => - (generator D (r y) - r y * slope D (r y))) x
       (scale (r x * curvature D (r x)) G)).
Proof.
  intros r_pos r_is; split; [| split].
  - apply (field_descends n (fun u => - ln u) (fun u => - / u)); try assumption.
    + auto_derive; [assumption | field; lra].
    + unfold curvature; auto_derive; [lra | field; lra].
  - apply (field_descends n nsgan_f nsgan_f1); try assumption.
    + now apply is_derive_nsgan_f.
    + evar_last; [now apply is_derive_nsgan_f1 | unfold curvature; field; lra].
  - intros D; apply (field_descends n (generator D) (slope D)); try assumption.
    + now apply is_derive_generator.
    + evar_last; [now apply is_derive_slope | field; lra].
Qed.

Lemma field_descends_other D n (r : vector -> R) x G :
  0 < r x -> is_gradient n r x G ->
  (forall h h1 : R -> R, is_derive h (r x) (h1 (r x)) ->
   is_derive h1 (r x) (curvature D (r x) / r x) ->
   is_gradient n (fun y => - (h (r y) - r y * h1 (r y))) x (scale (curvature D (r x)) G))
  /\ is_gradient n (fun y => - (generator D (r y) - r y * slope D (r y))) x
       (scale (r x * curvature D (r x)) G)
  /\ (r x <> 1 -> r x * curvature D (r x) <> curvature D (r x))
  /\ is_gradient n (fun y => - (- ln (r y) - r y * - / r y)) x
    (scale (curvature kullback_leibler (r x)) G)
  /\ is_gradient n (fun y => - (nsgan_f (r y) - r y * nsgan_f1 (r y))) x
    (scale (curvature vanilla (r x)) G).
Proof.
  intros r_pos r_is.
  destruct (descended_divergences n r x G r_pos r_is) as [kl [nsgan all]].
  split; [intros; now apply field_descends |].
  split; [apply all | split; [| now split]].
  intros other equal; apply other; assert (positive := curvature_pos D (r x) r_pos).
  apply Rmult_eq_reg_r with (curvature D (r x)); lra.
Qed.

(** The vanilla generator's field is that of the non-saturating GAN, ∇d/d with d = r/(1 + r). *)
Lemma vanilla_field n (r : vector -> R) x G :
  (forall y, 0 < r y) -> is_gradient n r x G ->
  let V y := optimal_output vanilla (r y) in
  is_gradient n (fun y => activation vanilla (V y)) x (scale (/ (r x * (1 + r x))) G)
  /\ is_gradient n (fun y => ln (r y / (1 + r y))) x (scale (/ (r x * (1 + r x))) G).
Proof.
  intros positive r_is V; split.
  - now apply (field_of_optimal_output vanilla).
  - now apply particles_descend.
Qed.
