(** The density of what an increasing generator makes of N(0, 1), and its derivatives. *)

From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.InverseDerivative SymmetricMixture.
Open Scope R_scope.

(** g has two derivatives around z and a third one at z. *)
Definition thrice_differentiable (g : R -> R) (z : R) : Prop :=
  locally z (fun u => ex_derive g u /\ ex_derive (Derive g) u) /\ ex_derive (Derive_n g 2) z.

(** q is the density of the image of N(0, 1) under the increasing map g: the mass φ(z)dz goes to
    an interval of length g′(z)dz at g(z). *)
Definition image_density (g q : R -> R) : Prop :=
  forall z, ex_derive g z /\ 0 < Derive g z /\ q (g z) * Derive g z = standard_gaussian z.

Section Density.

Variables (g q : R -> R) (z : R).
Hypotheses (smooth : thrice_differentiable g z) (increases : 0 < Derive g z).
Hypothesis pushed : locally z (fun u => q (g u) * Derive g u = standard_gaussian u).

Let g1 := Derive g.
Let g2 := Derive (Derive g).
Let g3 := Derive (Derive (Derive g)).

Lemma g_derive : locally z (fun u => is_derive g u (g1 u)).
Proof.
  apply filter_imp with (2 := proj1 smooth); intros u [first _]; now apply Derive_correct.
Qed.

Lemma g1_derive : locally z (fun u => is_derive g1 u (g2 u)).
Proof.
  apply filter_imp with (2 := proj1 smooth); intros u [_ second]; now apply Derive_correct.
Qed.

Lemma g2_derive : is_derive g2 z (g3 z).
Proof. apply Derive_correct, (proj2 smooth). Qed.

Lemma g1_pos : locally z (fun u => 0 < g1 u).
Proof.
  assert (continuous : continuous g1 z).
  { apply (ex_derive_continuous g1); eexists; exact (locally_singleton _ _ g1_derive). }
  apply (filter_imp (fun u => ball (g1 z) (mkposreal _ increases) (g1 u))).
  - intros u close; change (Rabs (g1 u - g1 z) < g1 z) in close.
    apply Rabs_lt_between in close; lra.
  - apply continuous, locally_ball.
Qed.

(** What holds at g(u) for the u around z holds around g(z), and so for the points around z. *)
Lemma around_image (P : R -> Prop) :
  locally z (fun u => P (g u)) -> locally z (fun u => locally (g u) P).
Proof.
  intros holds.
  generalize (locally_locally _ _ holds) (locally_locally _ _ (proj1 smooth)) g_derive g1_pos.
  intros h1 h2 h3 h4.
  generalize (filter_and _ _ (filter_and _ _ h1 h2) (filter_and _ _ h3 h4)).
  apply filter_imp; intros u [[holds_u smooth_u] [derive_u pos_u]].
  apply (locally_image g u (g1 u)); auto.
  apply filter_imp with (2 := smooth_u); tauto.
Qed.

(** A function with the derivative l after g has the derivative l/g′ before it. *)
Lemma is_derive_at_image (f : R -> R) (l : R -> R) :
  locally z (fun u => is_derive (fun y => f (g y)) u (l u)) ->
  locally z (fun u => is_derive f (g u) (l u / g1 u)).
Proof.
  intros comp.
  generalize (filter_and _ _ (filter_and _ _ comp (locally_locally _ _ (proj1 smooth)))
    (filter_and _ _ g_derive g1_pos)).
  apply filter_imp; intros u [[comp_u smooth_u] [derive_u pos_u]].
  apply is_derive_of_comp; auto.
  apply filter_imp with (2 := smooth_u); tauto.
Qed.

Lemma density_of_image : locally z (fun u => q (g u) = standard_gaussian u / g1 u).
Proof.
  generalize (filter_and _ _ pushed g1_pos); apply filter_imp; intros u [mass pos].
  fold g1 in mass; rewrite <- mass; field; lra.
Qed.

Lemma density_pos : locally z (fun u => 0 < q (g u)).
Proof.
  generalize (filter_and _ _ density_of_image g1_pos); apply filter_imp; intros u [-> pos].
  apply Rdiv_lt_0_compat; auto using standard_gaussian_pos.
Qed.

Definition density_slope (u : R) : R := - standard_gaussian u * (u * g1 u + g2 u) / g1 u ^ 3.

Lemma is_derive_density : locally z (fun u => is_derive q (g u) (density_slope u)).
Proof.
  assert (comp : locally z (fun u => is_derive (fun y => q (g y)) u
    (- standard_gaussian u * (u * g1 u + g2 u) / g1 u ^ 2))).
  { generalize (filter_and _ _ (locally_locally _ _ density_of_image)
      (filter_and _ _ g1_derive g1_pos)).
    apply filter_imp; intros u [equal [derive pos]].
    apply (is_derive_ext_loc (fun y => standard_gaussian y / g1 y)).
    - apply filter_imp with (2 := equal); intros y ->; reflexivity.
    - evar_last.
      + apply is_derive_div; [apply is_derive_standard_gaussian | exact derive | lra].
      + field; lra. }
  generalize (filter_and _ _ (is_derive_at_image q _ comp) g1_pos).
  apply filter_imp; intros u [derive pos].
  unfold density_slope; evar_last; [exact derive | field; lra].
Qed.

Lemma is_derive_density' :
  is_derive (Derive q) (g z)
    (standard_gaussian z / g1 z ^ 4
     * (z * (z * g1 z + g2 z) - (g1 z + z * g2 z + g3 z) + 3 * (z * g1 z + g2 z) * g2 z / g1 z)).
Proof.
  assert (pos := locally_singleton _ _ g1_pos); simpl in pos.
  evar_last.
  - apply (is_derive_of_comp g z (g1 z)); [| exact (locally_singleton _ _ g_derive) | assumption |].
    + apply filter_imp with (2 := proj1 smooth); tauto.
    + apply (is_derive_ext_loc density_slope).
      * apply filter_imp with (2 := is_derive_density); intros u derive.
        symmetry; now apply is_derive_unique.
      * apply (is_derive_div (fun u => - standard_gaussian u * (u * g1 u + g2 u))
          (fun u => g1 u ^ 3)); [| | apply pow_nonzero; lra].
        -- apply (is_derive_mult (fun u => - standard_gaussian u) (fun u => u * g1 u + g2 u));
             [| | intros; apply Rmult_comm].
           ++ apply (is_derive_opp standard_gaussian), is_derive_standard_gaussian.
           ++ apply (is_derive_plus (fun u => u * g1 u) g2); [| exact g2_derive].
              apply (is_derive_mult (fun u => u) g1); [apply @is_derive_id | |].
              ** exact (locally_singleton _ _ g1_derive).
              ** intros; apply Rmult_comm.
        -- apply (is_derive_pow g1 3); exact (locally_singleton _ _ g1_derive).
  - unfold plus, mult, opp, one; simpl; unfold g1, g2; field; fold g1; lra.
Qed.

End Density.

(** At the centre of a symmetric generator. *)
Lemma density_at_centre (g q : R -> R) :
  thrice_differentiable g 0 -> 0 < Derive g 0 ->
  locally 0 (fun u => q (g u) * Derive g u = standard_gaussian u) ->
  g 0 = 0 -> Derive_n g 2 0 = 0 ->
  let k := Derive g 0 in
  let g3 := Derive_n g 3 0 in
  q 0 = / (sqrt (2 * PI) * k)
  /\ locally 0 (ex_derive q) /\ is_derive q 0 0
  /\ is_derive (Derive q) 0 (- (k + g3) / (sqrt (2 * PI) * k ^ 4)).
Proof.
  intros smooth pos pushed at_0 second k g3; assert (root := root_pos).
  assert (second' : Derive (Derive g) 0 = 0) by exact second.
  assert (value := locally_singleton _ _ (density_of_image g q 0 smooth pos pushed)).
  assert (first := is_derive_density g q 0 smooth pos pushed).
  assert (curve := is_derive_density' g q 0 smooth pos pushed).
  assert (slope := locally_singleton _ _ first); cbv beta in value, slope.
  unfold density_slope in slope; rewrite second', standard_gaussian_0 in *.
  rewrite at_0 in *; fold k in pos, value, slope, curve; split; [| split; [| split]].
  - rewrite value; field; lra.
  - rewrite <- at_0; apply (locally_image g 0 k); auto.
    + apply filter_imp with (2 := proj1 smooth); tauto.
    + exact (locally_singleton _ _ (g_derive g 0 smooth)).
    + apply filter_imp with (2 := first); intros u derive; eexists; exact derive.
  - evar_last; [exact slope | field; lra].
  - evar_last; [exact curve |].
    change (Derive (Derive (Derive g)) 0) with g3; field; lra.
Qed.
