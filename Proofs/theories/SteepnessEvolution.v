(** The equation of Theorem 3.3 for the steepness at the centre, and what it generalises to. *)

From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Densities Missing.InverseDerivative.
From Steepness Require Import SymmetricMixture PushForwardDensity SteepnessRate.
Open Scope R_scope.

(** * At any point, for any density of the data and any weight of the velocity *)

Lemma is_derive_log_steepness (g velocity : R -> R -> R) (p q w : R -> R) (t z w' : R) :
  flows g velocity t z ->
  image_density (g t) q -> thrice_differentiable (g t) z ->
  locally (g t z) (fun x => 0 < p x /\ ex_derive p x) -> ex_derive (Derive p) (g t z) ->
  let r x := p x / q x in
  locally (g t z) (fun x => velocity t x = w (r x) * Derive (fun y => ln (r y)) x) ->
  is_derive w (r (g t z)) w' ->
  let log_p x := ln (p x) in
  let x := g t z in
  let k := Derive (g t) z in
  let g2 := Derive_n (g t) 2 z in
  let g3 := Derive_n (g t) 3 z in
  let l1 := Derive log_p x + (z + g2 / k) / k in
  let l2 := Derive_n log_p 2 x
    + (1 + g3 / k - (g2 / k) ^ 2) / k ^ 2 - (z + g2 / k) * g2 / k ^ 3 in
  is_derive (fun u => ln (Derive (g u) z)) t (w (r x) * l2 + r x * w' * l1 ^ 2).
Proof.
  intros flow image smooth p_smooth p_second r field w_derive log_p x k g2 g3 l1 l2.
  destruct (image z) as [_ [k_pos _]]; fold k in k_pos.
  assert (pushed : locally z (fun u => q (g t u) * Derive (g t) u = standard_gaussian u))
    by (apply filter_forall; intros u; apply image).
  assert (along := is_derive_weighted_field (g t) p q z smooth k_pos pushed p_smooth p_second
    w w' w_derive).
  assert (slope : is_derive (fun u => Derive (g u) z) t
    (w (r x) * score_gap' (g t) p z + r x * w' * score_gap (g t) p z ^ 2 * k)).
  { apply (is_derive_steepness_of_flow g velocity); [exact flow |].
    apply (is_derive_ext_loc (fun u => weighted_field p q w (g t u))); [| exact along].
    generalize (near_image (g t) z smooth _ field); apply filter_imp; intros u equal.
    symmetry; exact equal. }
  evar_last.
  - apply (is_derive_comp ln (fun u => Derive (g u) z)); [| exact slope].
    now apply is_derive_Reals, derivable_pt_lim_ln.
  - unfold score_gap', score_gap, scal; simpl; unfold mult; simpl; unfold l1, l2, x.
    change (Derive (Derive (Derive (g t))) z) with g3; change (Derive (Derive (g t)) z) with g2.
    change (Derive (Derive (fun y => ln (p y))) (g t z)) with (Derive_n log_p 2 (g t z)).
    fold k; fold log_p; fold x; field; lra.
Qed.

(** * At the centre of even data *)

Lemma Derive_even_at_0 (f : R -> R) :
  locally 0 (fun x => f (- x) = f x) -> ex_derive f 0 -> Derive f 0 = 0.
Proof.
  intros even [l derive]; rewrite (is_derive_unique _ _ _ derive).
  assert (mirrored : is_derive f 0 (- l)).
  { apply (is_derive_ext_loc (fun x => f (- x))); [exact even |].
    evar_last.
    - apply (is_derive_comp f (fun x => - x)); [rewrite Ropp_0; exact derive |].
      auto_derive; [exact I | reflexivity].
    - unfold scal; simpl; unfold mult; simpl; ring. }
  generalize (is_derive_unique _ _ _ derive) (is_derive_unique _ _ _ mirrored); lra.
Qed.

Section Centre.

Variables (g p q : R -> R).
Hypotheses (image : image_density g q) (smooth : thrice_differentiable g 0).
Hypotheses (g_0 : g 0 = 0) (g2_0 : Derive_n g 2 0 = 0) (even : forall x, p (- x) = p x).
Hypotheses (p_smooth : locally 0 (fun x => 0 < p x /\ ex_derive p x)).
Hypothesis p_second : ex_derive (Derive p) 0.

Let k := Derive g 0.
Let g3 := Derive_n g 3 0.
Let a := Derive_n (fun x => ln (p x)) 2 0.
Let c := sqrt (2 * PI) * p 0.

Lemma k_pos : 0 < k.
Proof. destruct (image 0) as [_ [pos _]]; exact pos. Qed.

Lemma pushed : locally 0 (fun u => q (g u) * Derive g u = standard_gaussian u).
Proof. apply filter_forall; intros u; apply image. Qed.

Lemma ratio_0 : p (g 0) / q (g 0) = c * k.
Proof.
  generalize k_pos root_pos (locally_singleton _ _ (density_of_image g q 0 smooth k_pos pushed)).
  intros pos root value; cbv beta in value; rewrite value, standard_gaussian_0, g_0.
  unfold c; fold k; field; lra.
Qed.

Lemma score_gap_0 : score_gap g p 0 = 0.
Proof.
  unfold score_gap; change (Derive (Derive g) 0) with (Derive_n g 2 0); rewrite g2_0, g_0.
  rewrite Derive_even_at_0.
  - field; fold k; generalize k_pos; lra.
  - apply filter_forall; intros x; now rewrite even.
  - eexists; exact (locally_singleton _ _ (P_derive (fun x => x) p 0 p_smooth)).
Qed.

Lemma score_gap'_0 : score_gap' g p 0 = a * k + (1 + g3 / k) / k.
Proof.
  unfold score_gap'; change (Derive (Derive g) 0) with (Derive_n g 2 0); rewrite g2_0, g_0.
  change (Derive (Derive (Derive g)) 0) with g3.
  change (Derive (Derive (fun x => ln (p x))) 0) with a; fold k.
  field; generalize k_pos; lra.
Qed.

Lemma is_derive_field_at_centre (w : R -> R) :
  continuous w (c * k) ->
  is_derive (fun z => weighted_field p q w (g z)) 0 (w (c * k) * (a * k + (1 + g3 / k) / k)).
Proof.
  intros continuous_w; rewrite <- score_gap'_0, <- ratio_0.
  apply is_derive_weighted_field_at_rest.
  - exact smooth.
  - exact k_pos.
  - exact pushed.
  - rewrite g_0; exact p_smooth.
  - rewrite g_0; exact p_second.
  - rewrite ratio_0; exact continuous_w.
  - exact score_gap_0.
Qed.

(** The slope of ∇d/d along g for d = r/(r + f(r)). *)
Lemma is_derive_discriminator_at_centre (f : R -> R) :
  locally (c * k) (ex_derive f) -> continuous (Derive f) (c * k) -> c * k + f (c * k) <> 0 ->
  let d x := p x / (p x + f (p x / q x) * q x) in
  is_derive (fun z => Derive d (g z) / d (g z)) 0
    (discriminator_weight f (c * k) * (a * k + (1 + g3 / k) / k)).
Proof.
  intros f_smooth f_continuous regular d.
  assert (w_continuous : continuous (discriminator_weight f) (c * k)).
  { assert (f_is : continuous f (c * k))
      by (apply (ex_derive_continuous f), (locally_singleton _ _ f_smooth)).
    apply (continuous_mult (fun y => f y - y * Derive f y) (fun y => / (y + f y))).
    - apply (continuous_minus f (fun y => y * Derive f y)); [exact f_is |].
      apply (continuous_mult (fun y => y) (Derive f)); [apply continuous_id | exact f_continuous].
    - apply (continuous_comp (fun y => y + f y) Rinv).
      + apply (continuous_plus (fun y => y) f); [apply continuous_id | exact f_is].
      + now apply continuous_Rinv. }
  apply (is_derive_ext_loc (fun z => weighted_field p q (discriminator_weight f) (g z)));
    [| now apply is_derive_field_at_centre].
  assert (r_continuous : continuous (fun z => p (g z) / q (g z)) 0).
  { apply (ex_derive_continuous (fun z => p (g z) / q (g z))); eexists.
    apply (is_derive_ratio_along g p q 0 smooth k_pos pushed); rewrite g_0; assumption. }
  assert (regular_near : locally (c * k) (fun y => ex_derive f y /\ y + f y <> 0)).
  { apply filter_and; [exact f_smooth |].
    assert (sum : continuous (fun y => y + f y) (c * k)).
    { apply (continuous_plus (fun y => y) f); [apply continuous_id |].
      apply (ex_derive_continuous f), (locally_singleton _ _ f_smooth). }
    apply (sum (fun y => y <> 0)), open_neq, regular. }
  rewrite <- ratio_0 in regular_near.
  assert (p_near : locally (g 0) (fun x => 0 < p x /\ ex_derive p x))
    by (rewrite g_0; exact p_smooth).
  assert (f_near : locally 0 (fun z => ex_derive f (p (g z) / q (g z))
    /\ p (g z) / q (g z) + f (p (g z) / q (g z)) <> 0))
    by exact (r_continuous _ regular_near).
  generalize (filter_and _ _ (ratio_pos g p q 0 smooth k_pos pushed p_near)
    (filter_and _ _ f_near
    (filter_and _ _ (is_derive_density g q 0 smooth k_pos pushed)
      (near_image g 0 smooth _ p_near)))).
  apply filter_imp; intros z [[p_pos q_pos] [[f_derive away] [q_derive [_ p_derive]]]].
  symmetry; apply discriminator_field; auto; eexists; exact q_derive.
Qed.

(** The slope for the optimal discriminator. *)
Lemma is_derive_optimal_field_at_centre :
  let d x := p x / (p x + q x) in
  is_derive (fun z => Derive d (g z) / d (g z)) 0
    ((a * k ^ 3 + k + g3) / (c * k ^ 3 + k ^ 2)).
Proof.
  intros d; generalize k_pos root_pos (proj1 (locally_singleton _ _ p_smooth)).
  intros k_is root p_pos.
  assert (c_pos : 0 < c) by now apply Rmult_lt_0_compat.
  assert (ck_pos : 0 < c * k) by now apply Rmult_lt_0_compat.
  apply (is_derive_ext (fun z =>
    Derive (fun x => p x / (p x + (fun _ => 1) (p x / q x) * q x)) (g z)
    / (fun x => p x / (p x + (fun _ => 1) (p x / q x) * q x)) (g z))).
  - intros z; cbv beta; rewrite Rmult_1_l; f_equal; apply Derive_ext; intros x.
    unfold d; now rewrite Rmult_1_l.
  - evar_last.
    + apply (is_derive_discriminator_at_centre (fun _ => 1)); [| | lra].
      * apply filter_forall; intros x; eexists; apply @is_derive_const.
      * apply (continuous_ext (fun _ => 0)); [intros x; symmetry; apply Derive_const |].
        apply continuous_const.
    + unfold discriminator_weight; rewrite Derive_const.
      assert (0 < c * k ^ 3) by (apply Rmult_lt_0_compat; [| apply pow_lt]; assumption).
      assert (0 < k ^ 2) by now apply pow_lt.
      field; repeat split; nra.
Qed.

End Centre.

(** The equation for even data, under the optimal discriminator. *)
Lemma is_derive_steepness_of_even_data (g q : R -> R -> R) (p : R -> R) (t : R) :
  (forall x, p (- x) = p x) ->
  locally 0 (fun x => 0 < p x /\ ex_derive p x) -> ex_derive (Derive p) 0 ->
  let d u x := p x / (p x + q u x) in
  flows g (fun u x => Derive (d u) x / d u x) t 0 ->
  image_density (g t) (q t) -> thrice_differentiable (g t) 0 ->
  g t 0 = 0 -> Derive_n (g t) 2 0 = 0 ->
  let k u := Derive (g u) 0 in
  let g3 := Derive_n (g t) 3 0 in
  let a := Derive_n (fun x => ln (p x)) 2 0 in
  let c := sqrt (2 * PI) * p 0 in
  is_derive k t ((a * k t ^ 3 + k t + g3) / (c * k t ^ 3 + k t ^ 2)).
Proof.
  intros even p_smooth p_second d flow image smooth g_0 g2_0 k g3 a c.
  eapply is_derive_steepness_of_flow; [exact flow |].
  now apply (is_derive_optimal_field_at_centre (g t) p (q t)).
Qed.

(** The same for the discriminator r/(r + f(r)). *)
Lemma is_derive_steepness_of_discriminator (g q : R -> R -> R) (p f : R -> R) (t : R) :
  (forall x, p (- x) = p x) ->
  locally 0 (fun x => 0 < p x /\ ex_derive p x) -> ex_derive (Derive p) 0 ->
  let d u x := p x / (p x + f (p x / q u x) * q u x) in
  flows g (fun u x => Derive (d u) x / d u x) t 0 ->
  image_density (g t) (q t) -> thrice_differentiable (g t) 0 ->
  g t 0 = 0 -> Derive_n (g t) 2 0 = 0 ->
  let k u := Derive (g u) 0 in
  let g3 := Derive_n (g t) 3 0 in
  let a := Derive_n (fun x => ln (p x)) 2 0 in
  let c := sqrt (2 * PI) * p 0 in
  let w r := (f r - r * Derive f r) / (r + f r) in
  locally (c * k t) (ex_derive f) -> continuous (Derive f) (c * k t) ->
  c * k t + f (c * k t) <> 0 ->
  is_derive k t (w (c * k t) * (a * k t + (1 + g3 / k t) / k t))
  /\ forall r, 0 < r + f r -> f r < r * Derive f r -> w r < 0.
Proof.
  intros even p_smooth p_second d flow image smooth g_0 g2_0 k g3 a c w f_smooth f_cont regular.
  split.
  - eapply is_derive_steepness_of_flow; [exact flow |].
    now apply (is_derive_discriminator_at_centre (g t) p (q t)).
  - intros r below steep; unfold w, Rdiv; apply Ropp_lt_cancel; rewrite Ropp_0.
    rewrite <- Ropp_mult_distr_l_reverse; apply Rmult_lt_0_compat; [lra |].
    now apply Rinv_0_lt_compat.
Qed.

(** * The symmetric mixture *)

Lemma symmetric_mixture_smooth (m s x : R) :
  0 < s -> 0 < symmetric_mixture m s x /\ ex_derive (symmetric_mixture m s) x.
Proof.
  intros spread; split; [now apply symmetric_mixture_pos |].
  eexists; now apply is_derive_symmetric_mixture.
Qed.

Lemma log_symmetric_mixture_curvature (m s : R) :
  0 < s -> Derive_n (fun x => ln (symmetric_mixture m s x)) 2 0 = (m ^ 2 - s ^ 2) / s ^ 4.
Proof.
  intros spread; change (Derive_n ?f 2 0) with (Derive (Derive f) 0); apply is_derive_unique.
  assert (pos := symmetric_mixture_pos m s 0 spread).
  apply (is_derive_ext (fun x => symmetric_mixture' m s x / symmetric_mixture m s x)).
  - intros x; symmetry; apply is_derive_unique; evar_last.
    + apply (is_derive_comp ln (symmetric_mixture m s)).
      * now apply is_derive_Reals, derivable_pt_lim_ln, symmetric_mixture_pos.
      * now apply is_derive_symmetric_mixture.
    + unfold scal; simpl; unfold mult; simpl; unfold Rdiv; ring.
  - evar_last.
    + apply (is_derive_div (symmetric_mixture' m s) (symmetric_mixture m s)); [| | lra].
      * now apply is_derive_symmetric_mixture'.
      * now apply is_derive_symmetric_mixture.
    + rewrite symmetric_mixture'_centre, symmetric_mixture''_centre by assumption.
      field; split; lra.
Qed.

Lemma symmetric_mixture_scale (m s : R) :
  0 < s -> sqrt (2 * PI) * symmetric_mixture m s 0 = exp (- m ^ 2 / (2 * s ^ 2)) / s.
Proof.
  intros spread; rewrite symmetric_mixture_centre; generalize root_pos; intros; field; lra.
Qed.

(** The slope of the velocity along the generator at the centre. *)
Lemma is_derive_field_of_symmetric_mixture (g q : R -> R) (m s : R) :
  0 < s -> image_density g q -> thrice_differentiable g 0 -> g 0 = 0 -> Derive_n g 2 0 = 0 ->
  let p := symmetric_mixture m s in
  let d x := p x / (p x + q x) in
  let k := Derive g 0 in
  let g3 := Derive_n g 3 0 in
  is_derive (fun z => Derive d (g z) / d (g z)) 0
    (((m ^ 2 - s ^ 2) / s ^ 4 * k ^ 3 + k + g3)
     / (exp (- m ^ 2 / (2 * s ^ 2)) / s * k ^ 3 + k ^ 2)).
Proof.
  intros spread image smooth g_0 g2_0 p d k g3.
  rewrite <- (log_symmetric_mixture_curvature m s), <- (symmetric_mixture_scale m s)
    by assumption.
  apply (is_derive_optimal_field_at_centre g p q); auto.
  - intros x; apply symmetric_mixture_even.
  - apply filter_forall; intros x; now apply symmetric_mixture_smooth.
  - eexists; now apply is_derive_Derive_symmetric_mixture.
Qed.

Lemma is_derive_steepness_of_symmetric_mixture (g q : R -> R -> R) (t m s : R) :
  0 < s ->
  let p := symmetric_mixture m s in
  let d u x := p x / (p x + q u x) in
  flows g (fun u x => Derive (d u) x / d u x) t 0 ->
  image_density (g t) (q t) -> thrice_differentiable (g t) 0 ->
  g t 0 = 0 -> Derive_n (g t) 2 0 = 0 ->
  let k u := Derive (g u) 0 in
  let g3 := Derive_n (g t) 3 0 in
  is_derive k t
    (((m ^ 2 - s ^ 2) / s ^ 4 * k t ^ 3 + k t + g3)
     / (exp (- m ^ 2 / (2 * s ^ 2)) / s * k t ^ 3 + k t ^ 2)).
Proof.
  intros spread p d flow image smooth g_0 g2_0 k g3.
  eapply is_derive_steepness_of_flow; [exact flow |].
  now apply (is_derive_field_of_symmetric_mixture (g t) (q t)).
Qed.
