(** The monotone generator g = Ψ⁻¹∘Φ of a pair of modes: its slope and third derivative between
    them. *)

From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Densities Missing.InverseDerivative.
From Steepness Require Import SymmetricMixture PushForwardDensity ClosedSteepnessEquation.
Open Scope R_scope.

(** F is the distribution function of the density f. *)
Definition distribution (F f : R -> R) : Prop :=
  (forall x, is_derive F x (f x)) /\ is_lim F m_infty 0 /\ is_lim F p_infty 1.

(** g = Ψ⁻¹∘Φ, Φ of N(0, 1) and Ψ of the data's density p. *)
Definition optimal_generator (Phi Psi p g : R -> R) : Prop :=
  distribution Phi standard_gaussian /\ distribution Psi p /\ forall z, Psi (g z) = Phi z.

(** The density of the equal pair of modes at x1 and x2. *)
Definition pair_mixture (x1 x2 s x : R) : R := / 2 * (gaussian1 x1 s x + gaussian1 x2 s x).

Lemma distribution_increasing F f :
  (forall x, 0 < f x) -> distribution F f -> forall x y, x < y -> F x < F y.
Proof.
  intros pos [derive _] x y less.
  destruct (MVT_gen F x y f) as [c [_ mean]].
  - intros; apply derive.
  - intros c _; apply continuity_pt_filterlim, (ex_derive_continuous F); eexists; apply derive.
  - generalize (pos c); nra.
Qed.

(** The distribution function of a density that is symmetric about c. *)
Lemma distribution_symmetric F f c :
  (forall u, f (c + u) = f (c - u)) -> distribution F f -> forall u, F (c + u) + F (c - u) = 1.
Proof.
  intros symmetric [derive [low high]].
  set (h u := F (c + u) + F (c - u)).
  assert (flat : forall u, is_derive h u 0).
  { intros u; evar_last.
    - apply (is_derive_plus (fun u => F (c + u)) (fun u => F (c - u))).
      + apply (is_derive_comp F (fun u => c + u)); [apply derive | auto_derive; [exact I |]].
        reflexivity.
      + apply (is_derive_comp F (fun u => c - u)); [apply derive | auto_derive; [exact I |]].
        reflexivity.
    - unfold plus, scal; simpl; unfold mult; simpl; rewrite symmetric; ring. }
  assert (constant : forall u, h u = h 0).
  { intros u; destruct (Rtotal_order 0 u) as [less | [<- | more]]; [| reflexivity |].
    - symmetry; apply (eq_is_derive h 0 u); auto.
    - apply (eq_is_derive h u 0); auto. }
  assert (limit : is_lim h p_infty 1).
  { evar_last.
    - apply (is_lim_plus (fun u => F (c + u)) (fun u => F (c - u)) p_infty 1 0).
      + apply (is_lim_comp F (fun u => c + u) p_infty 1 p_infty); [exact high | |].
        * now apply (is_lim_plus (fun _ => c) (fun u => u) p_infty c p_infty p_infty);
            [apply is_lim_const | apply is_lim_id |].
        * exists 0; discriminate.
      + apply (is_lim_comp F (fun u => c - u) p_infty 0 m_infty); [exact low | |].
        * now apply (is_lim_minus (fun _ => c) (fun u => u) p_infty c p_infty m_infty);
            [apply is_lim_const | apply is_lim_id |].
        * exists 0; discriminate.
      + reflexivity.
    - simpl; f_equal; ring. }
  assert (value : is_lim h p_infty (h 0)).
  { apply (is_lim_ext (fun _ => h 0)); [intros; symmetry; apply constant | apply is_lim_const]. }
  apply is_lim_unique in limit; apply is_lim_unique in value; rewrite value in limit.
  injection limit; intros one u; change (h u = 1); now rewrite constant.
Qed.

(** Half of the mass lies below the centre. *)
Lemma distribution_at_centre F f c :
  (forall u, f (c + u) = f (c - u)) -> distribution F f -> F c = 1 / 2.
Proof.
  intros symmetric is; assert (sum := distribution_symmetric F f c symmetric is 0).
  rewrite Rplus_0_r, Rminus_0_r in sum; lra.
Qed.

Lemma standard_gaussian_even u : standard_gaussian (- u) = standard_gaussian u.
Proof.
  unfold standard_gaussian, gaussian1; now replace ((- u - 0) ^ 2) with ((u - 0) ^ 2) by ring.
Qed.

Lemma standard_distribution_at_0 Phi : distribution Phi standard_gaussian -> Phi 0 = 1 / 2.
Proof.
  apply distribution_at_centre; intros u.
  replace (0 - u) with (- (0 + u)) by ring; now rewrite standard_gaussian_even.
Qed.

Section Slope.

Variables (Phi Psi p g : R -> R).
Hypotheses (optimal : optimal_generator Phi Psi p g) (p_pos : forall x, 0 < p x).

Lemma is_derive_optimal z : is_derive g z (standard_gaussian z / p (g z)).
Proof.
  destruct optimal as [[Phi_derive _] [Psi_is equal]]; assert (Psi_derive := proj1 Psi_is).
  apply (is_derive_of_inverse (fun _ => True) Psi Phi); auto.
  - intros x y _ _; now apply (distribution_increasing Psi p).
  - apply filter_forall; auto.
  - apply filter_forall; auto.
Qed.

Lemma optimal_image_density : image_density g p.
Proof.
  intros z; assert (derive := is_derive_optimal z); assert (pos := p_pos (g z)).
  split; [eexists; exact derive |]; rewrite (is_derive_unique _ _ _ derive); split.
  - apply Rdiv_lt_0_compat; auto using standard_gaussian_pos.
  - field; lra.
Qed.

(** What lies below the value c lies below the latent z. *)
Lemma latent_unique z w : g z = g w -> z = w.
Proof.
  destruct optimal as [Phi_is [_ equal]]; intros same.
  assert (values : Phi z = Phi w) by (now rewrite <- !equal, same).
  assert (increasing := distribution_increasing _ _ standard_gaussian_pos Phi_is).
  destruct (Rtotal_order z w) as [less | [| more]]; [| assumption |].
  - generalize (increasing _ _ less); lra.
  - generalize (increasing _ _ more); lra.
Qed.

Lemma optimal_at_0 c : Psi c = 1 / 2 -> g 0 = c.
Proof.
  destruct optimal as [Phi_is [Psi_is equal]]; intros half.
  assert (values : Psi (g 0) = Psi c)
    by (rewrite equal, half; now apply standard_distribution_at_0).
  assert (increasing := distribution_increasing _ _ p_pos Psi_is).
  destruct (Rtotal_order (g 0) c) as [less | [| more]]; [| assumption |].
  - generalize (increasing _ _ less); lra.
  - generalize (increasing _ _ more); lra.
Qed.

Hypotheses (p_smooth : forall x, ex_derive p x) (p_second : forall x, ex_derive (Derive p) x).

Lemma optimal_thrice_differentiable z : thrice_differentiable g z.
Proof.
  assert (first : forall u, Derive g u = standard_gaussian u / p (g u))
    by (intros u; apply is_derive_unique, is_derive_optimal).
  assert (p_of_g : forall u, is_derive (fun y => p (g y)) u (Derive g u * Derive p (g u))).
  { intros u; apply (is_derive_comp p g); [now apply Derive_correct |].
    rewrite first; apply is_derive_optimal. }
  assert (second : forall u, is_derive (Derive g) u
    ((- u * standard_gaussian u * p (g u) - standard_gaussian u * (Derive g u * Derive p (g u)))
     / p (g u) ^ 2)).
  { intros u; apply (is_derive_ext (fun y => standard_gaussian y / p (g y)));
      [intros; now rewrite first |].
    apply (is_derive_div standard_gaussian (fun y => p (g y)));
      [apply is_derive_standard_gaussian | apply p_of_g |].
    generalize (p_pos (g u)); lra. }
  assert (g_derive : forall u, ex_derive g u) by (intros u; eexists; apply is_derive_optimal).
  assert (gaussian_derive : forall u, ex_derive standard_gaussian u)
    by (intros u; eexists; apply is_derive_standard_gaussian).
  assert (p1_of_g : forall u, ex_derive (fun y => Derive p (g y)) u)
    by (intros u; apply (ex_derive_comp (Derive p) g); auto).
  assert (p0_of_g : forall u, ex_derive (fun y => p (g y)) u)
    by (intros u; eexists; apply p_of_g).
  assert (g1_derive : forall u, ex_derive (Derive g) u) by (intros u; eexists; apply second).
  split.
  - apply filter_forall; intros u; split; auto.
  - apply (ex_derive_ext (fun u =>
      (- u * standard_gaussian u * p (g u) - standard_gaussian u * (Derive g u * Derive p (g u)))
      / p (g u) ^ 2)).
    + intros u; symmetry; exact (is_derive_unique _ _ _ (second u)).
    + apply (ex_derive_div
        (fun u => - u * standard_gaussian u * p (g u)
                  - standard_gaussian u * (Derive g u * Derive p (g u)))
        (fun u => p (g u) ^ 2)).
      * apply (ex_derive_minus (fun u => - u * standard_gaussian u * p (g u))
          (fun u => standard_gaussian u * (Derive g u * Derive p (g u)))).
        -- apply (ex_derive_mult (fun u => - u * standard_gaussian u) (fun u => p (g u))); auto.
           apply (ex_derive_mult (fun u => - u) standard_gaussian); auto.
           auto_derive; exact I.
        -- apply (ex_derive_mult standard_gaussian (fun u => Derive g u * Derive p (g u))); auto.
           apply (ex_derive_mult (Derive g) (fun u => Derive p (g u))); auto.
      * apply (ex_derive_pow (fun u => p (g u))); auto.
      * generalize (p_pos (g z)); intros; apply Rgt_not_eq, pow_lt; assumption.
Qed.

End Slope.

(** ** The pair *)

Lemma pair_mixture_pos x1 x2 s x : 0 < s -> 0 < pair_mixture x1 x2 s x.
Proof.
  intros spread; unfold pair_mixture.
  generalize (gaussian1_pos x1 s x spread) (gaussian1_pos x2 s x spread); lra.
Qed.

Lemma pair_mixture_symmetric x1 x2 s u :
  pair_mixture x1 x2 s ((x1 + x2) / 2 + u) = pair_mixture x1 x2 s ((x1 + x2) / 2 - u).
Proof.
  unfold pair_mixture, gaussian1.
  replace (((x1 + x2) / 2 + u - x1) ^ 2) with (((x1 + x2) / 2 - u - x2) ^ 2) by field.
  replace (((x1 + x2) / 2 + u - x2) ^ 2) with (((x1 + x2) / 2 - u - x1) ^ 2) by field; ring.
Qed.

(** The slope between two modes; 0 is the latent of their midpoint. *)
Lemma pair_slope (Phi Psi g : R -> R) (x1 x2 s : R) :
  0 < s -> optimal_generator Phi Psi (pair_mixture x1 x2 s) g ->
  g 0 = (x1 + x2) / 2 /\ is_derive g 0 (s * exp ((x2 - x1) ^ 2 / (8 * s ^ 2))).
Proof.
  intros spread optimal; assert (pos := fun x => pair_mixture_pos x1 x2 s x spread).
  assert (at_0 : g 0 = (x1 + x2) / 2).
  { apply (optimal_at_0 Phi Psi _ g optimal pos).
    apply (distribution_at_centre Psi (pair_mixture x1 x2 s)); [| apply optimal].
    intros u; apply pair_mixture_symmetric. }
  split; [exact at_0 |]; evar_last; [exact (is_derive_optimal Phi Psi _ g optimal pos 0) |].
  rewrite at_0, standard_gaussian_0; unfold pair_mixture, gaussian1; assert (root := root_pos).
  replace (- ((x1 + x2) / 2 - x1) ^ 2 / (2 * s ^ 2)) with (- ((x2 - x1) ^ 2 / (8 * s ^ 2)))
    by (field; lra).
  replace (- ((x1 + x2) / 2 - x2) ^ 2 / (2 * s ^ 2)) with (- ((x2 - x1) ^ 2 / (8 * s ^ 2)))
    by (field; lra).
  rewrite exp_Ropp; generalize (exp_pos ((x2 - x1) ^ 2 / (8 * s ^ 2))); intros; field.
  repeat split; lra.
Qed.

(** ** The third derivative at the centre *)

Lemma optimal_at_centre (Phi Psi g : R -> R) (m s : R) :
  0 < s -> optimal_generator Phi Psi (symmetric_mixture m s) g ->
  let k := optimal_steepness m s in
  g 0 = 0 /\ Derive g 0 = k /\ Derive_n g 2 0 = 0
  /\ Derive_n g 3 0 = - k * (1 + curvature m s * k ^ 2).
Proof.
  intros spread optimal k.
  assert (pos := fun x => symmetric_mixture_pos m s x spread).
  assert (smooth : forall x, ex_derive (symmetric_mixture m s) x)
    by (intros x; eexists; now apply is_derive_symmetric_mixture).
  assert (smooth' : forall x, ex_derive (Derive (symmetric_mixture m s)) x)
    by (intros x; eexists; now apply is_derive_Derive_symmetric_mixture).
  assert (thrice := optimal_thrice_differentiable Phi Psi _ g optimal pos smooth smooth' 0).
  assert (image := optimal_image_density Phi Psi _ g optimal pos).
  assert (at_0 : g 0 = 0).
  { apply (optimal_at_0 Phi Psi _ g optimal pos).
    apply (distribution_at_centre Psi (symmetric_mixture m s)); [| apply optimal].
    intros u; replace (0 - u) with (- (0 + u)) by ring; now rewrite symmetric_mixture_even. }
  assert (root := root_pos).
  assert (slope : Derive g 0 = k).
  { rewrite (is_derive_unique _ _ _ (is_derive_optimal Phi Psi _ g optimal pos 0)), at_0.
    rewrite standard_gaussian_0, symmetric_mixture_centre; unfold k, optimal_steepness.
    replace (- m ^ 2 / (2 * s ^ 2)) with (- (m ^ 2 / (2 * s ^ 2))) by (field; lra).
    rewrite exp_Ropp; generalize (exp_pos (m ^ 2 / (2 * s ^ 2))); intros; field; lra. }
  assert (k_pos : 0 < k) by now apply optimal_steepness_pos.
  assert (slope_pos : 0 < Derive g 0) by lra.
  assert (pushed : locally 0 (fun u => symmetric_mixture m s (g u) * Derive g u
    = standard_gaussian u)) by (apply filter_forall; intros u; apply image).
  assert (second : Derive_n g 2 0 = 0).
  { assert (derive := locally_singleton _ _ (is_derive_density g _ 0 thrice slope_pos pushed)).
    cbv beta in derive; rewrite at_0 in derive; apply is_derive_unique in derive.
    rewrite Derive_symmetric_mixture, symmetric_mixture'_centre in derive by assumption.
    unfold density_slope in derive; rewrite standard_gaussian_0, slope in derive.
    change (Derive (Derive g) 0) with (Derive_n g 2 0) in derive.
    assert (k ^ 3 <> 0) by (apply Rgt_not_eq, pow_lt; assumption).
    replace (Derive_n g 2 0)
      with (- / sqrt (2 * PI) * (0 * k + Derive_n g 2 0) / k ^ 3 * (- sqrt (2 * PI) * k ^ 3))
      by (field; lra).
    rewrite <- derive; ring. }
  destruct (density_at_centre g _ thrice slope_pos pushed at_0 second)
    as [value [_ [_ curve]]].
  apply is_derive_unique in curve.
  rewrite (is_derive_unique _ _ _ (is_derive_Derive_symmetric_mixture m s 0 spread)) in curve.
  rewrite symmetric_mixture''_centre, value, slope in curve by assumption.
  fold (curvature m s) in curve; repeat split; try assumption.
  assert (0 < k ^ 4) by now apply pow_lt.
  apply (Rmult_eq_compat_r (sqrt (2 * PI) * k ^ 4)) in curve.
  replace (curvature m s * / (sqrt (2 * PI) * k) * (sqrt (2 * PI) * k ^ 4))
    with (curvature m s * k ^ 3) in curve by (field; lra).
  replace (- (k + Derive_n g 3 0) / (sqrt (2 * PI) * k ^ 4) * (sqrt (2 * PI) * k ^ 4))
    with (- (k + Derive_n g 3 0)) in curve by (field; lra).
  lra.
Qed.

(** Figure 3's data: the generator is far from linear at its centre. *)
Lemma nearly_linear_false (Phi Psi g : R -> R) :
  optimal_generator Phi Psi (symmetric_mixture 8 1) g -> ~ Rabs (Derive_n g 3 0) <= Derive g 0.
Proof.
  intros optimal; destruct (optimal_at_centre Phi Psi g 8 1 Rlt_0_1 optimal)
    as [_ [slope [_ third]]].
  assert (pos := optimal_steepness_pos 8 1 Rlt_0_1); set (k := optimal_steepness 8 1) in *.
  replace (curvature 8 1) with 63 in third by (unfold curvature; field).
  assert (cube : 0 < k ^ 3) by now apply pow_lt.
  rewrite slope, third; replace (- k * (1 + 63 * k ^ 2)) with (- (k + 63 * k ^ 3)) by ring.
  rewrite Rabs_Ropp, Rabs_pos_eq by lra; lra.
Qed.

Lemma third_over_first (Phi Psi g : R -> R) (m s : R) :
  0 < s -> optimal_generator Phi Psi (symmetric_mixture m s) g ->
  Derive_n g 3 0 / Derive g 0 = - (1 + (m ^ 2 - s ^ 2) / s ^ 4 * Derive g 0 ^ 2).
Proof.
  intros spread optimal; destruct (optimal_at_centre Phi Psi g m s spread optimal)
    as [_ [slope [_ third]]].
  assert (pos := optimal_steepness_pos m s spread).
  rewrite third, slope; fold (curvature m s); field; lra.
Qed.

(** The closed equation does not rest at the optimum; what rests is the flow. *)
Lemma optimum_is_at_rest (Phi Psi g : R -> R) (m s : R) :
  0 < s -> optimal_generator Phi Psi (symmetric_mixture m s) g ->
  let a := (m ^ 2 - s ^ 2) / s ^ 4 in
  let c := exp (- m ^ 2 / (2 * s ^ 2)) / s in
  (forall k g3, 0 < k -> g3 = - k * (1 + a * k ^ 2)
     -> (a * k ^ 3 + k + g3) / (c * k ^ 3 + k ^ 2) = 0)
  /\ Derive g 0 = s * exp (m ^ 2 / (2 * s ^ 2))
  /\ Derive_n g 3 0 = - Derive g 0 * (1 + a * Derive g 0 ^ 2).
Proof.
  intros spread optimal a c; split; [| split].
  - intros k g3 k_pos ->; apply (rate_zero a c k); [| assumption].
    now apply centre_density_pos.
  - apply (optimal_at_centre Phi Psi g m s spread optimal).
  - destruct (optimal_at_centre Phi Psi g m s spread optimal) as [_ [slope [_ third]]].
    rewrite third, slope; reflexivity.
Qed.

Lemma rate_and_third_at_optimum :
  (forall a k : R, 0 < k -> closed_rate a (/ k) k / k = (a + 1 / k ^ 2) / 2)
  /\ forall (Phi Psi g : R -> R) (m s : R),
     0 < s -> optimal_generator Phi Psi (symmetric_mixture m s) g ->
     let k := optimal_steepness m s in
     centre_density m s = / k
     /\ Derive g 0 = k /\ Derive_n g 3 0 = - k * (1 + curvature m s * k ^ 2).
Proof.
  split.
  - intros a k k_pos; assert (pos : 0 < / k) by now apply Rinv_0_lt_compat.
    generalize (relative_rate_at_optimum a (/ k) pos); now rewrite Rinv_inv.
  - intros Phi Psi g m s spread optimal k; split; [now apply centre_density_optimal |].
    destruct (optimal_at_centre Phi Psi g m s spread optimal) as [_ [first [_ third]]].
    now split.
Qed.
