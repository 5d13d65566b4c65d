(** Theorem 4.2: which steps under the linear discriminator lower the steepness, and by how much. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.Gradients Missing.SpectralNorm.
From Steepness Require Import Missing.AxialMatrix Collapse CollapseSteepness.
Open Scope R_scope.

(** The matrix I + tH of the proof of Theorem C.9. *)
Definition step_matrix (n : nat) (s t : R) (y : vector) : matrix :=
  combination identity t (printed_hessian n s y).

(** ** The two eigenvalues in the steepness *)

Section Update.

Variables (m n : nat) (s t : R) (c x : vector).
Let r := distance n x c.
Let v := linear_field n s c.
Hypothesis inside : 0 < r < 4 * s.

Lemma along_eq : 1 + t * - / (4 * s - r) ^ 2 = radial s r t.
Proof. unfold radial, Rdiv; ring. Qed.

Lemma across_eq : 1 + t * - / (r * (4 * s - r)) = tangential s r t.
Proof. unfold tangential, Rdiv; ring. Qed.

Lemma linear_field_axial :
  is_jacobian n n v x (axial n (sub x c) (- / (4 * s - r) ^ 2) (- / (r * (4 * s - r)))).
Proof. now apply is_jacobian_linear_hessian. Qed.

Lemma linear_steepness_between g z S :
  g z = x -> is_steepness m n g z S ->
  exists T, is_steepness m n (updated t v g) z T
  /\ Rmin (Rabs (radial s r t)) (Rabs (tangential s r t)) * S <= T
  /\ T <= Rmax (Rabs (radial s r t)) (Rabs (tangential s r t)) * S.
Proof.
  intros at_x S_is.
  destruct (steepness_between m n v x (sub x c) _ _ t (proj1 inside) linear_field_axial g z S at_x
    S_is) as [T [T_is bounds]].
  rewrite along_eq, across_eq in bounds; exists T; tauto.
Qed.

Lemma linear_steepness_on_line g z S :
  n = 1%nat -> g z = x -> is_steepness m n g z S ->
  is_steepness m n (updated t v g) z (Rabs (radial s r t) * S).
Proof.
  intros line at_x S_is; rewrite <- along_eq.
  now apply (steepness_on_line m n v x (sub x c) _ _ t (proj1 inside) linear_field_axial).
Qed.

Lemma linear_steepness_along :
  (0 < m)%nat -> exists g z, g z = x /\ is_steepness m n g z 1
  /\ is_steepness m n (updated t v g) z (Rabs (radial s r t)).
Proof.
  intros some; destruct (steepness_along m n v x (sub x c) _ _ t (proj1 inside)
    linear_field_axial some) as [g attained].
  rewrite along_eq in attained; now exists g, origin.
Qed.

Lemma linear_steepness_across :
  (0 < m)%nat -> (2 <= n)%nat -> exists g z, g z = x /\ is_steepness m n g z 1
  /\ is_steepness m n (updated t v g) z (Rabs (tangential s r t)).
Proof.
  intros some many; destruct (steepness_across m n v x (sub x c) _ _ t (proj1 inside)
    linear_field_axial some many) as [g attained].
  rewrite across_eq in attained; now exists g, origin.
Qed.

Lemma step_matrix_eq i j :
  step_matrix n s t (sub x c) i j
  = axial n (sub x c) (radial s r t) (tangential s r t) i j.
Proof.
  rewrite <- along_eq, <- across_eq, <- combination_identity_axial; unfold step_matrix.
  unfold combination; now rewrite (printed_hessian_eq n s c x inside).
Qed.

Lemma is_spectral_norm_step_matrix :
  (2 <= n)%nat -> is_spectral_norm n n (step_matrix n s t (sub x c))
    (Rmax (Rabs (radial s r t)) (Rabs (tangential s r t))).
Proof.
  intros many; apply (is_spectral_norm_ext n n
    (axial n (sub x c) (radial s r t) (tangential s r t))).
  - intros i j _ _; symmetry; apply step_matrix_eq.
  - apply is_spectral_norm_axial; [apply inside | assumption].
Qed.

Lemma step_matrix_form w :
  dot n w (image n (step_matrix n s t (sub x c)) w)
  = dot n w (image n (axial n (sub x c) (radial s r t) (tangential s r t)) w).
Proof.
  apply dot_ext; [easy |]; intros i _; apply dot_ext; [| easy]; intros j _; apply step_matrix_eq.
Qed.

End Update.

(** ** The bound and the steps for which it holds *)

Lemma steepness_drops_of_step_le m n s t c g z S :
  let r := distance n (g z) c in
  0 < r <= 2 * s -> 0 < t <= r * (4 * s - r) ^ 2 / (2 * s) -> is_steepness m n g z S ->
  exists T, is_steepness m n (updated t (linear_field n s c) g) z T
  /\ T <= (1 - t / (4 * s - r) ^ 2) * S.
Proof.
  intros r near short S_is.
  destruct (linear_steepness_between m n s t c (g z) ltac:(fold r; lra) g z S eq_refl S_is)
    as [T [T_is [_ bound]]]; fold r in bound.
  exists T; split; [assumption |]; change (1 - t / (4 * s - r) ^ 2) with (radial s r t).
  now rewrite (proj2 (norm_eq_radial_iff s r t ltac:(lra) ltac:(lra))) in bound.
Qed.

Lemma steepness_exceeds_of_step_gt m n s t c x :
  let r := distance n x c in
  (0 < m)%nat -> (2 <= n)%nat -> 0 < r < 4 * s -> r * (4 * s - r) ^ 2 / (2 * s) < t ->
  exists g z T, g z = x /\ is_steepness m n g z 1
  /\ is_steepness m n (updated t (linear_field n s c) g) z T
  /\ (1 - t / (4 * s - r) ^ 2) * 1 < T.
Proof.
  intros r some many inside long.
  destruct (linear_steepness_across m n s t c x inside some many) as [g [z [at_x [S_is T_is]]]].
  exists g, z, (Rabs (tangential s r t)); repeat split; try assumption.
  change (1 - t / (4 * s - r) ^ 2) with (radial s r t); rewrite Rmult_1_r.
  now apply norm_gt_radial_of_step.
Qed.

(** A particle at the distance r from c, in any direction. *)
Lemma exists_at_distance n c r : (1 <= n)%nat -> 0 <= r -> exists x, distance n x c = r.
Proof.
  intros some nonneg; exists (add c (scale r (unit 0))); unfold distance.
  rewrite (norm_ext n _ (scale r (unit 0))) by (intros i _; unfold sub, add; ring).
  rewrite norm_scale, norm_unit, Rabs_pos_eq by assumption; ring.
Qed.

Lemma steepness_drop_corrected m n s t c x :
  let r := distance n x c in
  0 < r <= 2 * s -> 0 < t ->
  (t <= r * (4 * s - r) ^ 2 / (2 * s) -> forall g z S, g z = x -> is_steepness m n g z S ->
   exists T, is_steepness m n (updated t (linear_field n s c) g) z T
   /\ T <= (1 - t / (4 * s - r) ^ 2) * S)
  /\ ((0 < m)%nat -> (2 <= n)%nat -> r * (4 * s - r) ^ 2 / (2 * s) < t ->
   exists g z T, g z = x /\ is_steepness m n g z 1
   /\ is_steepness m n (updated t (linear_field n s c) g) z T
   /\ (1 - t / (4 * s - r) ^ 2) * 1 < T).
Proof.
  intros r near forward; split.
  - intros short g z S at_x S_is; unfold r in *; rewrite <- at_x in *.
    apply steepness_drops_of_step_le; tauto.
  - intros some many long; apply steepness_exceeds_of_step_gt; unfold r in *; auto; lra.
Qed.

(** The printed theorem, at the standard deviation 1, the distance 1 and the step 6. *)
Lemma steepness_drop_false :
  ~ forall (m n : nat) (s t : R) (c : vector) (g : vector -> vector) (z : vector) (S T : R),
    let r := distance n (g z) c in
    0 < s -> r < 2 * s -> 0 < t < (4 * s - r) ^ 2 -> is_steepness m n g z S ->
    is_steepness m n (updated t (linear_field n s c) g) z T ->
    T <= (1 - t / (4 * s - r) ^ 2) * S.
Proof.
  intros printed; destruct (exists_at_distance 2 origin 1) as [x away]; [lia | lra |].
  destruct (steepness_exceeds_of_step_gt 2 2 1 6 origin x) as [g [z [T [at_x [S_is [T_is more]]]]]];
    try lia; rewrite ?away; try lra.
  rewrite away in more; specialize (printed 2%nat 2%nat 1 6 origin g z 1 T).
  cbv zeta in printed; rewrite at_x, away in printed.
  assert (T <= (1 - 6 / (4 * 1 - 1) ^ 2) * 1) by (apply printed; auto; lra); lra.
Qed.

(** No step is small enough for every z with g(z) in the ball. *)
Lemma steepness_drop_false_for_step m n s t c :
  (0 < m)%nat -> (2 <= n)%nat -> 0 < s -> 0 < t < (2 * s) ^ 2 ->
  exists g z T, 0 < distance n (g z) c < 2 * s /\ t < (4 * s - distance n (g z) c) ^ 2
  /\ is_steepness m n g z 1 /\ is_steepness m n (updated t (linear_field n s c) g) z T
  /\ (1 - t / (4 * s - distance n (g z) c) ^ 2) * 1 < T.
Proof.
  intros some many spread short; destruct (no_uniform_step s t) as [r [inside more]]; try lra.
  destruct (exists_at_distance n c r) as [x at_r]; [lia | lra |].
  destruct (linear_steepness_across m n s t c x) as [g [z [at_x [S_is T_is]]]]; auto.
  { rewrite at_r; lra. }
  exists g, z, (Rabs (tangential s r t)); rewrite at_x, at_r in *; repeat split; auto; try lra.
  - apply Rlt_le_trans with (1 := proj2 short); apply pow_incr; lra.
  - unfold radial in more; lra.
Qed.

Lemma steepness_drop_sharpened m n s t c x :
  let r := distance n x c in
  let along := Rabs (1 - t / (4 * s - r) ^ 2) in
  let across := Rabs (1 - t / (r * (4 * s - r))) in
  let g' g := updated t (linear_field n s c) g in
  0 < r < 4 * s ->
  (forall g z S, g z = x -> is_steepness m n g z S ->
   exists T, is_steepness m n (g' g) z T
   /\ Rmin along across * S <= T /\ T <= Rmax along across * S)
  /\ ((0 < m)%nat -> exists g z, g z = x /\ is_steepness m n g z 1
   /\ is_steepness m n (g' g) z along)
  /\ ((0 < m)%nat -> (2 <= n)%nat -> exists g z, g z = x /\ is_steepness m n g z 1
   /\ is_steepness m n (g' g) z across)
  /\ (n = 1%nat -> forall g z S, g z = x -> is_steepness m n g z S ->
   is_steepness m n (g' g) z (along * S)).
Proof.
  intros r along across g' inside; repeat split.
  - intros; now apply linear_steepness_between.
  - intros; now apply linear_steepness_along.
  - intros; now apply linear_steepness_across.
  - intros; now apply linear_steepness_on_line.
Qed.

(** ** Any radial discriminator exp(f(r)) *)

Lemma is_gradient_exp_radial n c x (f f1 : R -> R) :
  let r := distance n x c in
  0 < r -> is_derive f r (f1 r) ->
  is_gradient n (fun y => exp (f (distance n y c))) x (scale (exp (f r)) (radial_field n f1 c x)).
Proof.
  intros r away f_is.
  apply (is_gradient_comp_line n x exp (fun y => f (distance n y c))).
  - apply is_derive_Reals, derivable_pt_lim_exp.
  - now apply is_gradient_radial.
Qed.

Lemma steepness_of_radial_update m n t c x (f1 : R -> R) (f2 : R) :
  let r := distance n x c in
  let along := Rabs (1 + t * f2) in
  let across := Rabs (1 + t * f1 r / r) in
  let g' g := updated t (radial_field n f1 c) g in
  0 < r -> is_derive f1 r f2 ->
  (forall g z S, g z = x -> is_steepness m n g z S ->
   exists T, is_steepness m n (g' g) z T
   /\ Rmin along across * S <= T /\ T <= Rmax along across * S
   /\ (0 < S -> f1 r < 0 -> f2 < 0 -> 0 < t < 2 / Rmax (Rabs f2) (Rabs (f1 r) / r) -> T < S))
  /\ ((0 < m)%nat -> exists g z, g z = x /\ is_steepness m n g z 1
   /\ is_steepness m n (g' g) z along)
  /\ ((0 < m)%nat -> (2 <= n)%nat -> exists g z, g z = x /\ is_steepness m n g z 1
   /\ is_steepness m n (g' g) z across).
Proof.
  intros r along across g' away f1_is.
  assert (field := is_jacobian_radial n c x away f1 f2 f1_is); fold r in field.
  assert (across_eq : across = Rabs (1 + t * (f1 r / r))).
  { unfold across, Rdiv; f_equal; ring. }
  rewrite across_eq; clear across across_eq; repeat split.
  - intros g z S at_x S_is.
    destruct (steepness_between m n _ x (sub x c) _ _ t away field g z S at_x S_is)
      as [T [T_is [low high]]]; fold along in low, high.
    exists T; repeat split; [exact T_is | exact low | exact high |].
    intros S_pos f1_neg f2_neg [forward short]; apply Rle_lt_trans with (1 := high).
    rewrite <- (Rmult_1_l S) at 2; apply Rmult_lt_compat_r; [assumption |].
    assert (l_most := Rmax_l (Rabs f2) (Rabs (f1 r) / r)).
    assert (a_most := Rmax_r (Rabs f2) (Rabs (f1 r) / r)).
    set (most := Rmax (Rabs f2) (Rabs (f1 r) / r)) in *.
    assert (l_pos : 0 < Rabs f2) by (apply Rabs_pos_lt; lra).
    rewrite (Rabs_left f2) in * by assumption; rewrite (Rabs_left (f1 r)) in * by assumption.
    assert (less : t * most < 2).
    { apply Rlt_le_trans with (2 / most * most); [apply Rmult_lt_compat_r; lra |].
      right; field; lra. }
    assert (a_pos : 0 < - f1 r / r) by (apply Rdiv_lt_0_compat; lra).
    replace (f1 r / r) with (- (- f1 r / r)) by (field; lra).
    apply Rmax_lub_lt; apply Rabs_def1; nra.
  - intros some; destruct (steepness_along m n _ x (sub x c) _ _ t away field some) as [g attained].
    now exists g, origin.
  - intros some many.
    destruct (steepness_across m n _ x (sub x c) _ _ t away field some many) as [g attained].
    now exists g, origin.
Qed.

Lemma steepness_of_radial_discriminator m n t c x (f f1 : R -> R) (f2 : R) :
  let r := distance n x c in
  let along := Rabs (1 + t * f2) in
  let across := Rabs (1 + t * f1 r / r) in
  let g' g := updated t (radial_field n f1 c) g in
  0 < r -> is_derive f1 r f2 ->
  (forall y, 0 < distance n y c -> is_derive f (distance n y c) (f1 (distance n y c)) ->
   is_gradient n (fun y => exp (f (distance n y c))) y
     (scale (exp (f (distance n y c))) (radial_field n f1 c y)))
  /\ (forall g z S, g z = x -> is_steepness m n g z S ->
   exists T, is_steepness m n (g' g) z T
   /\ Rmin along across * S <= T /\ T <= Rmax along across * S
   /\ (0 < S -> f1 r < 0 -> f2 < 0 -> 0 < t < 2 / Rmax (Rabs f2) (Rabs (f1 r) / r) -> T < S))
  /\ ((0 < m)%nat -> exists g z, g z = x /\ is_steepness m n g z 1
   /\ is_steepness m n (g' g) z along)
  /\ ((0 < m)%nat -> (2 <= n)%nat -> exists g z, g z = x /\ is_steepness m n g z 1
   /\ is_steepness m n (g' g) z across).
Proof.
  intros r along across g' away f1_is; split.
  - intros; now apply is_gradient_exp_radial.
  - now apply steepness_of_radial_update.
Qed.

(** ** The matrix I + tH of the proof *)

Lemma step_matrix_norm n s t c x :
  let r := distance n x c in
  let A := step_matrix n s t (sub x c) in
  (2 <= n)%nat -> 0 < r < 4 * s -> 0 < t ->
  is_spectral_norm n n A
    (Rmax (Rabs (1 - t / (4 * s - r) ^ 2)) (Rabs (1 - t / (r * (4 * s - r)))))
  /\ (is_spectral_norm n n A (1 - t / (4 * s - r) ^ 2)
      <-> r <= 2 * s /\ t <= r * (4 * s - r) ^ 2 / (2 * s)).
Proof.
  intros r A many inside forward.
  assert (norm_is := is_spectral_norm_step_matrix n s t c x inside many); fold r A in norm_is.
  split; [exact norm_is |]; rewrite <- (norm_eq_radial_iff s r t inside forward).
  change (1 - t / (4 * s - r) ^ 2) with (radial s r t); split.
  - intros printed; now apply (spectral_norm_unique n n A).
  - intros equal; rewrite <- equal; exact norm_is.
Qed.

Lemma step_matrix_norm_false :
  ~ forall (n : nat) (s t : R) (c x : vector),
    let r := distance n x c in
    0 < r < 2 * s -> 0 < t < (4 * s - r) ^ 2 ->
    is_spectral_norm n n (step_matrix n s t (sub x c)) (1 - t / (4 * s - r) ^ 2).
Proof.
  intros printed; destruct (exists_at_distance 2 origin 1) as [x away]; [lia | lra |].
  specialize (printed 2%nat 1 6 origin x); cbv zeta in printed; rewrite away in printed.
  destruct (step_matrix_norm 2 1 6 origin x) as [_ [only _]]; rewrite ?away; [lia | lra | lra |].
  rewrite away in only; assert (6 <= 1 * (4 * 1 - 1) ^ 2 / (2 * 1)); [| lra].
  apply only, printed; lra.
Qed.

Lemma step_matrix_semidefinite n s t c x :
  let r := distance n x c in
  (2 <= n)%nat -> 0 < r <= 2 * s -> 0 < t ->
  ((forall v, 0 <= dot n v (image n (step_matrix n s t (sub x c)) v)) <-> t <= r * (4 * s - r))
  /\ r * (4 * s - r) <= (4 * s - r) ^ 2 /\ r * (4 * s - r) <= 4 * s * r.
Proof.
  intros r many near forward; split; [| nra].
  assert (inside : 0 < distance n x c < 4 * s) by (fold r; lra).
  assert (form := quadratic_form_axial_nonneg n (sub x c) (radial s r t) (tangential s r t)
    (proj1 inside) many).
  assert (limit : 0 < r * (4 * s - r)) by (apply Rmult_lt_0_compat; lra).
  assert (u2_pos : 0 < (4 * s - r) ^ 2) by (apply pow_lt; lra).
  assert (across_iff : 0 <= tangential s r t <-> t <= r * (4 * s - r)).
  { assert (rewritten : tangential s r t * (r * (4 * s - r)) = r * (4 * s - r) - t).
    { unfold tangential; field; lra. }
    split; intros; [nra |]; apply Rnot_lt_le; intros negative; nra. }
  rewrite <- across_iff; split.
  - intros nonneg; apply form; intros v; rewrite <- step_matrix_form; auto.
  - intros nonneg v; rewrite step_matrix_form by assumption; apply form.
    split; [| assumption]; apply across_iff in nonneg.
    assert (rewritten : radial s r t * (4 * s - r) ^ 2 = (4 * s - r) ^ 2 - t).
    { unfold radial; field; lra. }
    apply Rnot_lt_le; intros negative; nra.
Qed.

Lemma step_matrix_definite_false :
  ~ forall (n : nat) (s t : R) (c x v : vector),
    let r := distance n x c in
    0 < r < 2 * s -> 0 < t < (4 * s - r) ^ 2 -> 0 < norm n v ->
    0 < dot n v (image n (step_matrix n s t (sub x c)) v).
Proof.
  intros printed; destruct (exists_at_distance 2 origin 1) as [x away]; [lia | lra |].
  destruct (exists_across 2 (sub x origin)) as [w [length across]]; [lia |].
  specialize (printed 2%nat 1 6 origin x w); cbv zeta in printed.
  rewrite step_matrix_form in printed by (rewrite away; lra).
  rewrite away, length in printed; rewrite quadratic_form_axial, across, length in printed
    by (fold (distance 2 x origin); rewrite away; lra).
  fold (distance 2 x origin) in printed; rewrite away in printed; unfold radial, tangential in *.
  assert (0 < (1 - 6 / (1 * (4 * 1 - 1))) * (1 ^ 2 - (0 / 1) ^ 2)
    + (1 - 6 / (4 * 1 - 1) ^ 2) * (0 / 1) ^ 2) by (apply printed; lra); lra.
Qed.
