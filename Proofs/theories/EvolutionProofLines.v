(** Lines of the proof of Theorem C.6. *)

From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Densities Missing.InverseDerivative.
From Steepness Require Import SymmetricMixture PushForwardDensity.
From Steepness Require Import SteepnessEvolution.
Open Scope R_scope.

Definition twice_differentiable (f : R -> R) (x : R) : Prop :=
  locally x (ex_derive f) /\ ex_derive (Derive f) x.

(** The slope of the velocity in the latent variable. *)
Lemma is_derive_field_along (d g : R -> R) (z : R) :
  twice_differentiable d (g z) -> 0 < d (g z) -> ex_derive g z ->
  is_derive (fun u => Derive d (g u) / d (g u)) z
    ((Derive_n d 2 (g z) / d (g z) - (Derive d (g z) / d (g z)) ^ 2) * Derive g z).
Proof.
  intros [first second] positive g_smooth; evar_last.
  - apply (is_derive_comp (fun x => Derive d x / d x) g); [| now apply Derive_correct].
    apply (is_derive_div (Derive d) d); [now apply Derive_correct | | lra].
    now apply Derive_correct, (locally_singleton _ _ first).
  - change (Derive_n d 2 (g z)) with (Derive (Derive d) (g z)).
    unfold scal; simpl; unfold mult; simpl; field; lra.
Qed.

Section Discriminator.

Variables p q : R -> R.
Hypotheses (p_pos : 0 < p 0) (q_pos : 0 < q 0).
Hypotheses (p_smooth : twice_differentiable p 0) (q_smooth : twice_differentiable q 0).
Hypotheses (p_rest : Derive p 0 = 0) (q_rest : Derive q 0 = 0).

Let d x := p x / (p x + q x).

Lemma sum_nonzero_near : locally 0 (fun x => p x + q x <> 0).
Proof.
  assert (continuous : continuous (fun x => p x + q x) 0).
  { apply (continuous_plus p q);
      [apply (ex_derive_continuous p) | apply (ex_derive_continuous q)];
      [exact (locally_singleton _ _ (proj1 p_smooth)) |
       exact (locally_singleton _ _ (proj1 q_smooth))]. }
  apply (continuous (fun y => y <> 0)), open_neq; lra.
Qed.

Lemma is_derive_discriminator_near :
  locally 0 (fun x => is_derive d x
    ((Derive p x * (p x + q x) - p x * (Derive p x + Derive q x)) / (p x + q x) ^ 2)).
Proof.
  generalize (filter_and _ _ sum_nonzero_near (filter_and _ _ (proj1 p_smooth) (proj1 q_smooth))).
  apply filter_imp; intros x [nonzero [p_x q_x]].
  apply (is_derive_div p (fun y => p y + q y)); [now apply Derive_correct | | exact nonzero].
  apply (is_derive_plus p q); now apply Derive_correct.
Qed.

Lemma discriminator_at_rest :
  is_derive d 0 0
  /\ is_derive (Derive d) 0
       ((Derive_n p 2 0 * q 0 - p 0 * Derive_n q 2 0) / (p 0 + q 0) ^ 2).
Proof.
  change (Derive_n p 2 0) with (Derive (Derive p) 0).
  change (Derive_n q 2 0) with (Derive (Derive q) 0).
  assert (p1 := Derive_correct _ _ (locally_singleton _ _ (proj1 p_smooth))).
  assert (q1 := Derive_correct _ _ (locally_singleton _ _ (proj1 q_smooth))).
  assert (p2 := Derive_correct _ _ (proj2 p_smooth)).
  assert (q2 := Derive_correct _ _ (proj2 q_smooth)); split.
  - evar_last; [exact (locally_singleton _ _ is_derive_discriminator_near) |].
    rewrite p_rest, q_rest; field; lra.
  - apply (is_derive_ext_loc (fun x =>
      (Derive p x * (p x + q x) - p x * (Derive p x + Derive q x)) / (p x + q x) ^ 2)).
    + apply filter_imp with (2 := is_derive_discriminator_near); intros x derive.
      symmetry; now apply is_derive_unique.
    + assert (sum := is_derive_plus p q 0 _ _ p1 q1).
      assert (slopes := is_derive_plus (Derive p) (Derive q) 0 _ _ p2 q2); evar_last.
      * apply (is_derive_div
          (fun x => Derive p x * (p x + q x) - p x * (Derive p x + Derive q x))
          (fun x => (p x + q x) ^ 2)); [| | apply pow_nonzero; lra].
        -- apply (is_derive_minus (fun x => Derive p x * (p x + q x))
             (fun x => p x * (Derive p x + Derive q x))).
           ++ apply (is_derive_mult (Derive p) (fun x => p x + q x)); [exact p2 | exact sum |].
              intros; apply Rmult_comm.
           ++ apply (is_derive_mult p (fun x => Derive p x + Derive q x));
                [exact p1 | exact slopes |].
              intros; apply Rmult_comm.
        -- apply (is_derive_pow (fun x => p x + q x) 2); exact sum.
      * unfold minus, plus, opp, mult; simpl; rewrite p_rest, q_rest; field; lra.
Qed.

Lemma rate_of_densities (k : R) :
  (Derive_n d 2 0 / d 0 - (Derive d 0 / d 0) ^ 2) * k
  = (Derive_n p 2 0 * q 0 - p 0 * Derive_n q 2 0) / ((p 0 + q 0) * p 0) * k.
Proof.
  destruct discriminator_at_rest as [first second].
  rewrite (is_derive_unique _ _ _ first); change (Derive_n d 2 0) with (Derive (Derive d) 0).
  rewrite (is_derive_unique _ _ _ second); unfold d; field; lra.
Qed.

End Discriminator.

(** ** The generator stays odd *)

(** For an odd generator and even data the velocity is odd in the latent variable, whence the
    mirrored generator -g(-z) moves as g does. *)
Lemma velocity_odd (g p q : R -> R) :
  (forall x, p (- x) = p x) -> (forall x, 0 < p x) -> (forall x, ex_derive p x) ->
  (forall z, g (- z) = - g z) -> (forall z, thrice_differentiable g z) -> image_density g q ->
  let d x := p x / (p x + q x) in
  forall z, Derive d (g (- z)) / d (g (- z)) = - (Derive d (g z) / d (g z)).
Proof.
  intros p_even p_pos p_smooth g_odd smooth image d z.
  assert (slope_even : forall u, Derive g (- u) = Derive g u).
  { intros u; destruct (image u) as [[l derive] _]; rewrite (is_derive_unique _ _ _ derive).
    apply is_derive_unique; apply (is_derive_ext (fun y => - g (- y))).
    - intros y; rewrite g_odd; apply Ropp_involutive.
    - evar_last.
      + apply (is_derive_opp (fun y => g (- y))), (is_derive_comp g (fun y => - y)).
        * rewrite Ropp_involutive; exact derive.
        * auto_derive; [exact I | reflexivity].
      + unfold opp, scal; simpl; unfold mult; simpl; ring. }
  assert (d_even : forall u, d (- g u) = d (g u)).
  { intros u; destruct (image u) as [_ [pos mass]].
    destruct (image (- u)) as [_ [_ mirrored]]; rewrite slope_even, g_odd in mirrored.
    assert (same : standard_gaussian (- u) = standard_gaussian u).
    { unfold standard_gaussian, gaussian1.
      now replace ((- u - 0) ^ 2) with ((u - 0) ^ 2) by ring. }
    assert (q_even : q (- g u) = q (g u)).
    { apply Rmult_eq_reg_r with (Derive g u); [| lra]; now rewrite mirrored, mass. }
    unfold d; now rewrite p_even, q_even. }
  destruct (image z) as [_ [pos _]].
  assert (pushed : locally z (fun u => q (g u) * Derive g u = standard_gaussian u))
    by (apply filter_forall; intros u; apply image).
  assert (q_pos := locally_singleton _ _ (density_pos g q z (smooth z) pos pushed)).
  assert (q_derive := locally_singleton _ _ (is_derive_density g q z (smooth z) pos pushed)).
  cbv beta in q_pos, q_derive; specialize (p_pos (g z)).
  assert (d_derive : is_derive d (g z) (Derive d (g z))).
  { apply Derive_correct; eexists.
    apply (is_derive_div p (fun x => p x + q x)); [now apply Derive_correct | | lra].
    apply (is_derive_plus p q); [now apply Derive_correct | exact q_derive]. }
  assert (mirrored : is_derive d (- g z) (- Derive d (g z))).
  { apply (is_derive_ext_loc (fun x => d (- x))).
    - rewrite <- g_odd; apply (locally_image g (- z) (Derive g (- z))).
      + apply filter_imp with (2 := proj1 (smooth (- z))); tauto.
      + apply Derive_correct, image.
      + apply image.
      + apply filter_forall; intros u; now rewrite d_even.
    - evar_last.
      + apply (is_derive_comp d (fun x => - x)); [rewrite Ropp_involutive; exact d_derive |].
        auto_derive; [exact I | reflexivity].
      + unfold scal; simpl; unfold mult; simpl; ring. }
  rewrite g_odd, (is_derive_unique _ _ _ mirrored), d_even; unfold Rdiv; ring.
Qed.

(** ** The last line *)

(** The identity makes N(0, 1) of N(0, 1). *)
Lemma identity_is_generator :
  image_density (fun z => z) standard_gaussian
  /\ (forall z, thrice_differentiable (fun z => z) z)
  /\ Derive_n (fun z => z) 2 0 = 0 /\ Derive_n (fun z => z) 3 0 = 0.
Proof.
  assert (first : forall z, Derive (fun z => z) z = 1) by (intros; apply Derive_id).
  assert (second : forall z, Derive (Derive (fun z => z)) z = 0).
  { intros z; rewrite (Derive_ext _ (fun _ => 1)) by exact first; apply Derive_const. }
  repeat split.
  - apply ex_derive_id.
  - rewrite first; lra.
  - rewrite first; ring.
  - apply filter_forall; intros u; split; [apply ex_derive_id |].
    apply (ex_derive_ext (fun _ => 1)); [intros; now rewrite first | apply ex_derive_const].
  - apply (ex_derive_ext (fun _ => 0)); [| apply ex_derive_const].
    intros u; symmetry; apply second.
  - apply second.
  - change (Derive (Derive (Derive (fun z => z))) 0 = 0).
    rewrite (Derive_ext _ (fun _ => 0)) by exact second; apply Derive_const.
Qed.

(** The last display has exp(-m²/s²) for exp(-m²/(2s²)): m = 8, s = 1, g the identity. *)
Lemma last_line_printed_false :
  ~ forall (g q : R -> R) (m s : R),
    0 < s -> image_density g q -> thrice_differentiable g 0 -> g 0 = 0 -> Derive_n g 2 0 = 0 ->
    let p := symmetric_mixture m s in
    let d x := p x / (p x + q x) in
    let k := Derive g 0 in
    let g3 := Derive_n g 3 0 in
    is_derive (fun z => Derive d (g z) / d (g z)) 0
      (((m ^ 2 - s ^ 2) / s ^ 4 * k ^ 3 + k + g3)
       / (exp (- m ^ 2 / s ^ 2) / s * k ^ 3 + k ^ 2)).
Proof.
  intros printed; destruct identity_is_generator as [image [smooth [second third]]].
  specialize (printed (fun z => z) standard_gaussian 8 1 Rlt_0_1 image (smooth 0) eq_refl second).
  assert (right := is_derive_field_of_symmetric_mixture (fun z => z) standard_gaussian 8 1
    Rlt_0_1 image (smooth 0) eq_refl second).
  cbv zeta in printed, right; rewrite third, Derive_id in printed, right.
  apply is_derive_unique in printed; apply is_derive_unique in right.
  rewrite printed in right.
  replace (- 8 ^ 2 / 1 ^ 2) with (-64) in right by field.
  replace (- 8 ^ 2 / (2 * 1 ^ 2)) with (-32) in right by field.
  generalize (exp_pos (-64)) (exp_pos (-32)); intros.
  assert (less : exp (-64) < exp (-32)) by (apply exp_increasing; lra).
  apply (Rmult_eq_compat_r
    ((exp (-64) / 1 * 1 ^ 3 + 1 ^ 2) * (exp (-32) / 1 * 1 ^ 3 + 1 ^ 2))) in right.
  field_simplify in right; lra.
Qed.
