(** The rate at which a generator on the line grows steeper, at any point and for any data. *)

From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.InverseDerivative Missing.MixedDerivative.
From Steepness Require Import SymmetricMixture PushForwardDensity.
Open Scope R_scope.

(** Around time t and latent z, ∂g/∂t is the velocity at g(z), which has a continuous slope in z.
    That ∂/∂t of the slope ∂g/∂z exists is not assumed. *)
Definition flows (g velocity : R -> R -> R) (t z : R) : Prop :=
  let along u y := velocity u (g u y) in
  locally_2d (fun u y => is_derive (fun w => g w y) u (along u y)) t z
  /\ locally_2d (fun u y => ex_derive (along u) y) t z
  /\ continuity_2d_pt (fun u y => Derive (along u) y) t z
  /\ locally t (fun u => ex_derive (g u) z).

Lemma is_derive_steepness_of_flow (g velocity : R -> R -> R) (t z l : R) :
  flows g velocity t z -> is_derive (fun y => velocity t (g t y)) z l ->
  is_derive (fun u => Derive (g u) z) t l.
Proof.
  intros [flow [smooth [continuous slope]]] along.
  rewrite <- (is_derive_unique _ _ _ along).
  now apply (is_derive_slope_in_time g (fun u y => velocity u (g u y))).
Qed.

(** A product of which one factor vanishes. *)
Lemma is_derive_mult_at_zero (A B : R -> R) (z b : R) :
  continuous A z -> is_derive B z b -> B z = 0 -> is_derive (fun u => A u * B u) z (A z * b).
Proof.
  intros continuous derive zero; apply is_derive_iff_linear; intros e e_pos.
  assert (b_size := Rabs_pos b); assert (A_size := Rabs_pos (A z)).
  set (h := e / (2 * (Rabs b + 1))); set (j := e / (2 * (Rabs (A z) + h + 1))).
  assert (h_pos : 0 < h) by (apply Rdiv_lt_0_compat; lra).
  assert (j_pos : 0 < j) by (apply Rdiv_lt_0_compat; lra).
  destruct (proj1 (filterlim_locally A (A z)) continuous (mkposreal h h_pos)) as [c A_near].
  destruct (proj1 (is_derive_iff_linear B z b) derive j j_pos) as [d [d_pos B_near]].
  exists (Rmin c d); split; [apply Rmin_glb_lt; [apply cond_pos | assumption] |].
  intros u close; assert (u_c := Rmin_l c d); assert (u_d := Rmin_r c d).
  assert (A_u := A_near u ltac:(change (Rabs (u - z) < c); lra)).
  change (Rabs (A u - A z) < h) in A_u; specialize (B_near u ltac:(lra)).
  rewrite zero in *; rewrite Rminus_0_r in B_near; set (t := Rabs (u - z)) in *.
  replace (A u * B u - A z * 0 - A z * b * (u - z))
    with (A u * (B u - b * (u - z)) + (A u - A z) * (b * (u - z))) by ring.
  apply Rle_trans with (1 := Rabs_triang _ _); rewrite !Rabs_mult; fold t.
  assert (t_pos : 0 <= t) by apply Rabs_pos.
  assert (A_le : Rabs (A u) <= Rabs (A z) + h).
  { replace (A u) with (A z + (A u - A z)) by ring.
    apply Rle_trans with (1 := Rabs_triang _ _); lra. }
  assert (first : Rabs (A u) * Rabs (B u - b * (u - z)) <= e / 2 * t).
  { apply Rle_trans with ((Rabs (A z) + h + 1) * (j * t)); [| right; unfold j; field; lra].
    apply Rmult_le_compat; try apply Rabs_pos; lra. }
  assert (second : Rabs (A u - A z) * (Rabs b * t) <= e / 2 * t).
  { apply Rle_trans with (h * ((Rabs b + 1) * t)); [| right; unfold h; field; lra].
    apply Rmult_le_compat; try apply Rabs_pos; nra. }
  lra.
Qed.

Section Rate.

(** The generator, the density of the data and that of what the generator makes. *)
Variables (g p q : R -> R) (z : R).
Hypotheses (smooth : thrice_differentiable g z) (increases : 0 < Derive g z).
Hypothesis pushed : locally z (fun u => q (g u) * Derive g u = standard_gaussian u).
Hypothesis p_smooth : locally (g z) (fun x => 0 < p x /\ ex_derive p x).
Hypothesis p_second : ex_derive (Derive p) (g z).

Let g1 := Derive g.
Let g2 := Derive (Derive g).
Let g3 := Derive (Derive (Derive g)).

(** log p with its two derivatives. *)
Let P x := ln (p x).
Let P1 := Derive P.
Let P2 := Derive (Derive P).

Let r x := p x / q x.
Let log_ratio x := ln (r x).

(** The slope of log r at g(u), and its derivative in z. *)
Definition score_gap (u : R) : R := P1 (g u) + (u + g2 u / g1 u) / g1 u.
Definition score_gap' : R :=
  P2 (g z) * g1 z + (1 + g3 z / g1 z - (g2 z / g1 z) ^ 2) / g1 z
  - (z + g2 z / g1 z) * g2 z / g1 z ^ 2.

Lemma P_derive : locally (g z) (fun x => is_derive P x (Derive p x / p x)).
Proof.
  apply filter_imp with (2 := p_smooth); intros x [pos derive].
  unfold P; evar_last.
  - apply (is_derive_comp ln p); [now apply is_derive_Reals, derivable_pt_lim_ln |].
    now apply Derive_correct.
  - unfold scal; simpl; unfold mult; simpl; unfold Rdiv; ring.
Qed.

Lemma P1_derive : is_derive P1 (g z) (P2 (g z)).
Proof.
  apply Derive_correct; destruct p_second as [second derive].
  destruct (locally_singleton _ _ p_smooth) as [pos [first p_derive]].
  eexists; apply (is_derive_ext_loc (fun x => Derive p x / p x)).
  - apply filter_imp with (2 := P_derive); intros x P_is; symmetry; now apply is_derive_unique.
  - apply (is_derive_div (Derive p) p); [exact derive | exact p_derive | lra].
Qed.

Lemma near_image (P' : R -> Prop) : locally (g z) P' -> locally z (fun u => P' (g u)).
Proof.
  intros holds; assert (continuous : continuous g z).
  { apply (ex_derive_continuous g); eexists; exact (locally_singleton _ _ (g_derive g z smooth)). }
  exact (continuous _ holds).
Qed.

Lemma is_derive_log_ratio :
  locally z (fun u => is_derive log_ratio (g u) (score_gap u)).
Proof.
  assert (pos := g1_pos g z smooth increases).
  assert (data := near_image _ (filter_and _ _ p_smooth P_derive)).
  assert (comp : locally z (fun u => is_derive (fun y => log_ratio (g y)) u
    (P1 (g u) * g1 u + u + g2 u / g1 u))).
  { generalize (filter_and _ _ (locally_locally _ _ (filter_and _ _
      (filter_and _ _ (near_image _ p_smooth) (density_of_image g q z smooth increases pushed))
      pos)) (filter_and _ _ (filter_and _ _ data pos)
      (filter_and _ _ (g_derive g z smooth) (g1_derive g z smooth)))).
    apply filter_imp; intros u [around [[[[p_pos _] p_derive] u_pos] [g_u g1_u]]].
    apply (is_derive_ext_loc (fun y => P (g y) - ln (standard_gaussian y) + ln (g1 y))).
    - apply filter_imp with (2 := around); intros y [[[y_pos _] value] slope].
      fold g1 in value, slope; unfold log_ratio, r, P; rewrite value.
      generalize (standard_gaussian_pos y); intros gaussian_pos.
      replace (p (g y) / (standard_gaussian y / g1 y)) with (p (g y) * g1 y / standard_gaussian y)
        by (field; lra).
      rewrite ln_div, ln_mult by first [assumption | now apply Rmult_lt_0_compat].
      match goal with |- ?left = ?right => change (@eq R left right) end; ring.
    - evar_last.
      + apply (is_derive_plus (fun y => P (g y) - ln (standard_gaussian y)) (fun y => ln (g1 y))).
        * apply (is_derive_minus (fun y => P (g y)) (fun y => ln (standard_gaussian y))).
          -- apply (is_derive_comp P g); [exact p_derive | exact g_u].
          -- apply (is_derive_comp ln standard_gaussian); [| apply is_derive_standard_gaussian].
             apply is_derive_Reals, derivable_pt_lim_ln, standard_gaussian_pos.
        * apply (is_derive_comp ln g1); [| exact g1_u].
          now apply is_derive_Reals, derivable_pt_lim_ln.
      + unfold P1; rewrite (is_derive_unique _ _ _ p_derive).
        generalize (standard_gaussian_pos u); intros gaussian_pos.
        fold g1 in u_pos; unfold minus, plus, opp, scal; simpl; unfold mult; simpl.
        fold g2; fold g1; field; lra. }
  generalize (filter_and _ _ (is_derive_at_image g z smooth increases _ _ comp) pos).
  apply filter_imp; intros u [derive u_pos]; fold g1 in derive, u_pos.
  evar_last; [exact derive | unfold score_gap; field; lra].
Qed.

Lemma is_derive_score_gap : is_derive score_gap z score_gap'.
Proof.
  assert (pos := locally_singleton _ _ (g1_pos g z smooth increases)); simpl in pos.
  assert (first := locally_singleton _ _ (g_derive g z smooth)); simpl in first.
  assert (second := locally_singleton _ _ (g1_derive g z smooth)); simpl in second.
  assert (third := g2_derive g z smooth); fold g3 in third.
  fold g2 in second, third; fold g1 in pos, first, second.
  evar_last.
  - apply (is_derive_plus (fun u => P1 (g u)) (fun u => (u + g2 u / g1 u) / g1 u)).
    + apply (is_derive_comp P1 g); [apply P1_derive | exact first].
    + apply (is_derive_div (fun u => u + g2 u / g1 u) g1); [| exact second | lra].
      apply (is_derive_plus (fun u => u) (fun u => g2 u / g1 u)); [apply @is_derive_id |].
      apply (is_derive_div g2 g1); [exact third | exact second | lra].
  - unfold score_gap', plus, scal, one; simpl; unfold mult; simpl; field; lra.
Qed.

(** The ratio of the densities at g(u) is positive. *)
Lemma ratio_pos : locally z (fun u => 0 < p (g u) /\ 0 < q (g u)).
Proof.
  generalize (filter_and _ _ (near_image _ p_smooth) (density_pos g q z smooth increases pushed)).
  apply filter_imp; tauto.
Qed.

Lemma is_derive_ratio_along : is_derive (fun u => r (g u)) z (r (g z) * (score_gap z * g1 z)).
Proof.
  apply (is_derive_ext_loc (fun u => exp (log_ratio (g u)))).
  - apply filter_imp with (2 := ratio_pos); intros u [p_pos q_pos].
    unfold log_ratio; apply exp_ln, Rdiv_lt_0_compat; assumption.
  - destruct (locally_singleton _ _ ratio_pos) as [p_pos q_pos]; evar_last.
    + apply (is_derive_comp exp (fun u => log_ratio (g u))); [apply is_derive_Reals,
        derivable_pt_lim_exp |].
      apply (is_derive_comp log_ratio g); [exact (locally_singleton _ _ is_derive_log_ratio) |].
      exact (locally_singleton _ _ (g_derive g z smooth)).
    + unfold log_ratio; rewrite exp_ln by (now apply Rdiv_lt_0_compat).
      unfold scal; simpl; unfold mult; simpl; fold g1; ring.
Qed.

(** The velocity w(r)·(log r)′ along the generator, for any weight w. *)
Definition weighted_field (w : R -> R) (x : R) : R := w (r x) * Derive log_ratio x.

Lemma weighted_field_along (w : R -> R) :
  locally z (fun u => w (r (g u)) * score_gap u = weighted_field w (g u)).
Proof.
  apply filter_imp with (2 := is_derive_log_ratio); intros u derive; unfold weighted_field.
  now rewrite (is_derive_unique _ _ _ derive).
Qed.

Lemma is_derive_weighted_field (w : R -> R) (w' : R) :
  is_derive w (r (g z)) w' ->
  is_derive (fun u => weighted_field w (g u)) z
    (w (r (g z)) * score_gap' + r (g z) * w' * score_gap z ^ 2 * g1 z).
Proof.
  intros w_derive; apply (is_derive_ext_loc _ _ _ _ (weighted_field_along w)); evar_last.
  - apply (is_derive_mult (fun u => w (r (g u))) score_gap);
      [| apply is_derive_score_gap | intros; apply Rmult_comm].
    apply (is_derive_comp w (fun u => r (g u))); [exact w_derive | apply is_derive_ratio_along].
  - unfold plus, scal; simpl; unfold mult; simpl; ring.
Qed.

Lemma is_derive_weighted_field_at_rest (w : R -> R) :
  continuous w (r (g z)) -> score_gap z = 0 ->
  is_derive (fun u => weighted_field w (g u)) z (w (r (g z)) * score_gap').
Proof.
  intros continuous_w rest; apply (is_derive_ext_loc _ _ _ _ (weighted_field_along w)).
  apply (is_derive_mult_at_zero (fun u => w (r (g u))) score_gap);
    [| apply is_derive_score_gap | exact rest].
  apply (continuous_comp (fun u => r (g u)) w); [| exact continuous_w].
  apply (ex_derive_continuous (fun u => r (g u))); eexists; apply is_derive_ratio_along.
Qed.

(** ** The weight of a discriminator r/(r + f(r)) *)

Definition discriminator_weight (f : R -> R) (y : R) : R := (f y - y * Derive f y) / (y + f y).

Lemma discriminator_field (f : R -> R) (x : R) :
  0 < p x -> 0 < q x -> ex_derive p x -> ex_derive q x -> ex_derive f (r x) ->
  r x + f (r x) <> 0 ->
  let d y := p y / (p y + f (p y / q y) * q y) in
  Derive d x / d x = weighted_field (discriminator_weight f) x.
Proof.
  intros p_pos q_pos [p' p_derive] [q' q_derive] [f' f_derive] regular d.
  assert (r_pos : 0 < r x) by now apply Rdiv_lt_0_compat.
  assert (r_derive : is_derive r x ((p' * q x - p x * q') / q x ^ 2)).
  { unfold r; apply is_derive_div; [exact p_derive | exact q_derive | lra]. }
  assert (below : p x + f (p x / q x) * q x <> 0).
  { replace (p x + f (p x / q x) * q x) with ((r x + f (r x)) * q x)
      by (unfold r; field; lra).
    apply Rmult_integral_contrapositive; split; [assumption | lra]. }
  assert (f_of_r : is_derive (fun y => f (p y / q y)) x ((p' * q x - p x * q') / q x ^ 2 * f')).
  { apply (is_derive_comp f (fun y => p y / q y)); [exact f_derive | exact r_derive]. }
  assert (slope : is_derive d x ((p' * (p x + f (p x / q x) * q x)
    - p x * (p' + ((p' * q x - p x * q') / q x ^ 2 * f' * q x + f (p x / q x) * q')))
    / (p x + f (p x / q x) * q x) ^ 2)).
  { unfold d; apply (is_derive_div p (fun y => p y + f (p y / q y) * q y));
      [exact p_derive | | exact below].
    apply (is_derive_plus p (fun y => f (p y / q y) * q y)); [exact p_derive |].
    apply (is_derive_mult (fun y => f (p y / q y)) q); [exact f_of_r | exact q_derive |].
    intros; apply Rmult_comm. }
  assert (log_slope : is_derive log_ratio x ((p' * q x - p x * q') / q x ^ 2 / r x)).
  { unfold log_ratio; evar_last.
    - apply (is_derive_comp ln r); [now apply is_derive_Reals, derivable_pt_lim_ln |].
      exact r_derive.
    - unfold scal; simpl; unfold mult; simpl; unfold Rdiv; ring. }
  unfold weighted_field, discriminator_weight.
  rewrite (is_derive_unique _ _ _ slope), (is_derive_unique _ _ _ log_slope).
  rewrite (is_derive_unique f (r x) f' f_derive); unfold d, r in *.
  generalize (f (p x / q x)) below regular; intros y nonzero _.
  assert (other : p x / q x + y <> 0).
  { intros zero; apply nonzero; replace (p x + y * q x) with ((p x / q x + y) * q x)
      by (field; lra); rewrite zero; ring. }
  field; repeat split; try lra; intros zero; apply nonzero; lra.
Qed.

End Rate.
