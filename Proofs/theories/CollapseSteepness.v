(** One update of the generator, g' = g + t v∘g, and what it does to the steepness. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.Gradients Missing.SpectralNorm.
From Steepness Require Import Missing.AxialMatrix Collapse.
Open Scope R_scope.

(** The generator after a step t along the field v, at every latent vector z. *)
Definition updated (t : R) (v : vector -> vector) (g : vector -> vector) : vector -> vector :=
  fun z => add (g z) (scale t (v (g z))).

(** ∇d/d from d and its gradient. *)
Definition log_field (d : vector -> R) (gradient : vector -> vector) (x : vector) : vector :=
  scale (/ d x) (gradient x).

(** ** The Jacobian of the updated generator *)

Section Jacobian.

Variables (m n : nat) (g v : vector -> vector) (z : vector) (J B : matrix) (t : R).
Hypotheses (g_is : is_jacobian m n g z J) (v_is : is_jacobian n n v (g z) B).

Lemma is_jacobian_field_of_generator : is_jacobian m n (fun u => v (g u)) z (product n B J).
Proof.
  intros i row; apply (is_gradient_comp m n g z J g_is (fun x => v x i) (B i)); now apply v_is.
Qed.

Lemma is_jacobian_updated_of_composite C :
  is_jacobian m n (fun u => v (g u)) z C -> is_jacobian m n (updated t v g) z (combination J t C).
Proof.
  intros C_is i row; unfold updated, add, scale.
  apply (is_gradient_plus m z (fun u => g u i)); [now apply g_is |].
  now apply (is_gradient_scal m z t (fun u => v (g u) i)), C_is.
Qed.

Lemma is_jacobian_updated :
  is_jacobian m n (updated t v g) z (combination J t (product n B J)).
Proof. apply is_jacobian_updated_of_composite, is_jacobian_field_of_generator. Qed.

Lemma is_jacobian_updated_factored :
  is_jacobian m n (updated t v g) z (product n (combination identity t B) J).
Proof.
  intros i row; apply (is_gradient_ext _ _ _ (combination J t (product n B J) i));
    [| now apply is_jacobian_updated].
  intros j _; unfold combination, product.
  rewrite (sum_ext n (fun l => (identity i l + t * B i l) * J l j)
    (fun l => unit i l * J l j + t * (B i l * J l j))) by (intros; unfold identity; ring).
  rewrite sum_plus, sum_scal; fold (dot n (unit i) (fun l => J l j)).
  now rewrite dot_unit_l.
Qed.

End Jacobian.

Lemma update_jacobians m n g v z J B C t :
  is_jacobian m n g z J ->
  (is_jacobian m n (fun u => v (g u)) z C ->
   is_jacobian m n (updated t v g) z (combination J t C))
  /\ (is_jacobian n n v (g z) B -> is_jacobian m n (fun u => v (g u)) z (product n B J)).
Proof.
  intros g_is; split; intros.
  - now apply is_jacobian_updated_of_composite.
  - now apply is_jacobian_field_of_generator.
Qed.

Lemma generator_jacobian_updated m n g v z J B t :
  is_jacobian m n g z J -> is_jacobian n n v (g z) B ->
  is_jacobian m n (updated t v g) z (product n (combination identity t B) J).
Proof. intros; now apply is_jacobian_updated_factored. Qed.

(** The Jacobian of ∇d/d: the Hessian of d over d, less the square of ∇d/d. *)
Lemma is_jacobian_log_field n d gradient x H :
  0 < d x -> is_gradient n d x (gradient x) -> is_jacobian n n gradient x H ->
  is_jacobian n n (log_field d gradient) x
    (fun i j => H i j / d x - gradient x i * gradient x j / d x ^ 2).
Proof.
  intros d_pos d_is H_is i row; unfold log_field, scale.
  eapply is_gradient_ext; cycle 1.
  - apply (is_gradient_mult n x (fun y => / d y) (fun y => gradient y i)); [| now apply H_is].
    apply (is_gradient_comp_line n x Rinv d (gradient x) (- / d x ^ 2)); [| exact d_is].
    auto_derive; [lra | field; lra].
  - intros j _; unfold add, scale; field; lra.
Qed.

Lemma generator_jacobian_of_discriminator m n g d gradient z J H t :
  is_jacobian m n g z J -> 0 < d (g z) ->
  is_gradient n d (g z) (gradient (g z)) -> is_jacobian n n gradient (g z) H ->
  exists B, is_jacobian n n (log_field d gradient) (g z) B
  /\ is_jacobian m n (updated t (log_field d gradient) g) z (combination J t (product n B J)).
Proof.
  intros g_is d_pos d_is H_is.
  assert (B_is := is_jacobian_log_field n d gradient (g z) H d_pos d_is H_is).
  eexists; split; [exact B_is | now apply is_jacobian_updated].
Qed.

(** On the line, with ordinary derivatives. *)
Lemma generator_derivative_of_discriminator (g d : R -> R) (z g1 t : R) :
  is_derive g z g1 -> 0 < d (g z) -> locally (g z) (fun x => ex_derive d x) ->
  ex_derive (Derive d) (g z) ->
  let v x := Derive d x / d x in
  is_derive (fun u => g u + t * v (g u)) z (g1 + t * Derive v (g z) * g1).
Proof.
  intros g_is d_pos near second v.
  assert (v_is : ex_derive v (g z)).
  { unfold v; apply ex_derive_div; [assumption | | lra]; now apply locally_singleton in near. }
  assert (whole : is_derive (fun u => g u + t * v (g u)) z (plus g1 (t * (g1 * Derive v (g z))))).
  { apply @is_derive_plus; [assumption |]; apply (is_derive_scal (fun u => v (g u)) z t).
    apply (is_derive_comp v g); [now apply Derive_correct | assumption]. }
  evar_last; [exact whole | unfold plus; simpl; ring].
Qed.

(** ** Steepness, where the Jacobian of the field has two eigenvalues *)

Section Axial.

Variables (m n : nat) (v : vector -> vector) (x y : vector) (l a t : R).
Hypotheses (away : 0 < norm n y) (v_is : is_jacobian n n v x (axial n y l a)).

Let along := Rabs (1 + t * l).
Let across := Rabs (1 + t * a).

(** The image of a tangent vector under I + tB. *)
Lemma norm_image_updated J w :
  norm n (image m (product n (combination identity t (axial n y l a)) J) w)
  = norm n (image n (axial n y (1 + t * l) (1 + t * a)) (image m J w)).
Proof.
  apply norm_ext; intros i row; rewrite image_product.
  apply dot_ext; [| easy]; intros j _; apply combination_identity_axial.
Qed.

Lemma steepness_between g z S :
  g z = x -> is_steepness m n g z S ->
  exists T, is_steepness m n (updated t v g) z T
  /\ Rmin along across * S <= T <= Rmax along across * S.
Proof.
  intros at_x [J [J_is S_is]]; rewrite <- at_x in v_is.
  destruct (spectral_norm_stretched m n
    (product n (combination identity t (axial n y l a)) J) J S (Rmin along across)
    (Rmax along across)) as [T [T_is bounds]].
  - apply Rmin_glb; apply Rabs_pos.
  - assumption.
  - intros w; rewrite norm_image_updated; now apply norm_image_axial_bounds.
  - exists T; split; [| assumption]; eexists; split; [| exact T_is].
    now apply is_jacobian_updated_factored.
Qed.

Lemma steepness_on_line g z S :
  n = 1%nat -> g z = x -> is_steepness m n g z S ->
  is_steepness m n (updated t v g) z (along * S).
Proof.
  intros line at_x [J [J_is S_is]]; rewrite <- at_x in v_is.
  destruct (spectral_norm_stretched m n
    (product n (combination identity t (axial n y l a)) J) J S along along) as [T [T_is bounds]].
  - apply Rabs_pos.
  - assumption.
  - intros w; rewrite norm_image_updated, norm_image_axial_line by assumption.
    fold along; lra.
  - replace (along * S) with T by lra; eexists; split; [| exact T_is].
    now apply is_jacobian_updated_factored.
Qed.

(** A generator that moves along w has the steepness |w|; after the update, that of (I + tB)w. *)
Lemma steepness_updated_line_generator w z :
  (0 < m)%nat -> line_generator x w z = x ->
  is_steepness m n (updated t v (line_generator x w)) z
    (norm n (image n (axial n y (1 + t * l) (1 + t * a)) w)).
Proof.
  intros some at_x.
  assert (B_is : is_jacobian n n v (line_generator x w z) (axial n y l a)) by now rewrite at_x.
  eexists; split.
  - apply is_jacobian_updated_factored; [| exact B_is].
    now apply is_jacobian_line_generator.
  - apply (is_spectral_norm_ext m n
      (moving_along (image n (axial n y (1 + t * l) (1 + t * a)) w)));
      [| now apply is_spectral_norm_moving_along].
    intros i j row column; unfold moving_along, product, image, dot.
    rewrite Rmult_comm, <- sum_scal; apply sum_ext; intros k _.
    rewrite combination_identity_axial; ring.
Qed.

Definition origin : vector := fun _ => 0.

Lemma line_generator_origin w : line_generator x w origin = x.
Proof.
  apply FunctionalExtensionality.functional_extensionality; intros i.
  unfold line_generator, origin; ring.
Qed.

(** Both factors are attained, by generators of the steepness 1. *)
Lemma steepness_along :
  (0 < m)%nat -> exists g, g origin = x /\ is_steepness m n g origin 1
  /\ is_steepness m n (updated t v g) origin along.
Proof.
  intros some; set (w := scale (/ norm n y) y).
  exists (line_generator x w); repeat split; [apply line_generator_origin | |].
  - replace 1 with (norm n w) by now apply norm_direction.
    now apply is_steepness_line_generator.
  - unfold along; rewrite <- (norm_image_axial_along n y _ (1 + t * a) away w eq_refl).
    apply steepness_updated_line_generator; [assumption | apply line_generator_origin].
Qed.

Lemma steepness_across :
  (0 < m)%nat -> (2 <= n)%nat -> exists g, g origin = x /\ is_steepness m n g origin 1
  /\ is_steepness m n (updated t v g) origin across.
Proof.
  intros some many; destruct (exists_across n y many) as [w [length orthogonal]].
  exists (line_generator x w); repeat split; [apply line_generator_origin | |].
  - rewrite <- length; now apply is_steepness_line_generator.
  - unfold across; rewrite <- (norm_image_axial_across n y (1 + t * l) _ away w); auto.
    apply steepness_updated_line_generator; [assumption | apply line_generator_origin].
Qed.

End Axial.
