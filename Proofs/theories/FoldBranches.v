(** The three branches of the inverse of z - z³/6 around 0, by the trisection of an angle. *)

From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import SymmetricMixture FoldedGenerator.
Open Scope R_scope.

Lemma sin_triple (a : R) : sin (3 * a) = 3 * sin a - 4 * sin a ^ 3.
Proof.
  replace (3 * a) with (2 * a + a) by ring.
  rewrite sin_plus, sin_2a, cos_2a_sin; assert (circle := sin2_cos2 a); unfold Rsqr in circle.
  replace (2 * sin a * cos a * cos a) with (2 * sin a * (cos a * cos a)) by ring.
  replace (cos a * cos a) with (1 - sin a * sin a) by lra; ring.
Qed.

(** The branch with the angle shifted by a third of 2πj. *)
Definition fold_branch (shift x : R) : R :=
  2 * sqrt 2 * sin (asin (3 * x / (2 * sqrt 2)) / 3 + shift).

Lemma fold_branch_inverse (shift x : R) :
  sin (3 * shift) = 0 -> cos (3 * shift) = 1 -> Rabs x < 1 / 2 ->
  fold_map 1 (1 / 6) (fold_branch shift x) = x.
Proof.
  intros sin_0 cos_1 small; destruct root2 as [positive square].
  apply Rabs_lt_between in small.
  assert (inside : -1 <= 3 * x / (2 * sqrt 2) <= 1).
  { assert (1 < sqrt 2) by nra; split.
    - apply Rmult_le_reg_r with (2 * sqrt 2); [lra |].
      unfold Rdiv; rewrite Rmult_assoc, Rinv_l by lra; lra.
    - apply Rmult_le_reg_r with (2 * sqrt 2); [lra |].
      unfold Rdiv; rewrite Rmult_assoc, Rinv_l by lra; lra. }
  unfold fold_branch; set (a := asin (3 * x / (2 * sqrt 2)) / 3 + shift).
  assert (triple : sin (3 * a) = 3 * x / (2 * sqrt 2)).
  { unfold a; replace (3 * (asin (3 * x / (2 * sqrt 2)) / 3 + shift))
      with (asin (3 * x / (2 * sqrt 2)) + 3 * shift) by field.
    rewrite sin_plus, sin_0, cos_1, sin_asin by exact inside; ring. }
  rewrite sin_triple in triple; unfold fold_map.
  replace (1 * (2 * sqrt 2 * sin a) - 1 * (1 / 6) * (2 * sqrt 2 * sin a) ^ 3)
    with (2 * sqrt 2 * sin a - 4 / 3 * sqrt 2 * (sqrt 2 * sqrt 2) * sin a ^ 3) by field.
  rewrite square.
  replace (2 * sqrt 2 * sin a - 4 / 3 * sqrt 2 * 2 * sin a ^ 3)
    with (2 * sqrt 2 / 3 * (3 * sin a - 4 * sin a ^ 3)) by field.
  rewrite triple; field; lra.
Qed.

Lemma fold_branch_continuous (shift : R) : continuous (fold_branch shift) 0.
Proof.
  destruct root2 as [positive _].
  apply (ex_derive_continuous (fold_branch shift)); unfold fold_branch.
  apply ex_derive_scal.
  apply (ex_derive_comp sin (fun x => asin (3 * x / (2 * sqrt 2)) / 3 + shift)).
  - eexists; apply is_derive_Reals, derivable_pt_lim_sin.
  - apply (ex_derive_plus (fun x => asin (3 * x / (2 * sqrt 2)) / 3) (fun _ => shift));
      [| apply ex_derive_const].
    apply (ex_derive_ext (fun x => / 3 * asin (3 * x / (2 * sqrt 2)))).
    + intros x; match goal with |- ?l = ?r => change (@eq R l r) end; field.
    + apply ex_derive_scal, (ex_derive_comp asin (fun x => 3 * x / (2 * sqrt 2))).
      * apply ex_derive_Reals_1, derivable_pt_asin.
        replace (3 * 0 / (2 * sqrt 2)) with 0 by (field; lra); lra.
      * auto_derive; exact I.
Qed.

Lemma fold_branch_at_0 (shift : R) : fold_branch shift 0 = 2 * sqrt 2 * sin shift.
Proof.
  destruct root2 as [positive _]; unfold fold_branch.
  replace (3 * 0 / (2 * sqrt 2)) with 0 by (field; lra); rewrite asin_0.
  now replace (0 / 3 + shift) with shift by field.
Qed.

Lemma fold_branches_exist :
  let g := fold_map 1 (1 / 6) in
  exists inner right left : R -> R, locally 0 (fun x =>
    (g (inner x) = x /\ - sqrt 2 < inner x < sqrt 2)
    /\ (g (right x) = x /\ sqrt 2 < right x)
    /\ (g (left x) = x /\ left x < - sqrt 2)).
Proof.
  intros g; destruct root2 as [positive square].
  assert (root3 : 1 < sqrt 3) by (rewrite <- sqrt_1 at 1; apply sqrt_lt_1; lra).
  set (a := 2 * (PI / 3)).
  assert (whole : 3 * a = 2 * PI) by (unfold a; field).
  assert (whole' : 3 * - a = - (2 * PI)) by (unfold a; field).
  exists (fold_branch 0), (fold_branch a), (fold_branch (- a)).
  assert (inner : locally 0 (fun x => - sqrt 2 < fold_branch 0 x < sqrt 2)).
  { apply (fold_branch_continuous 0 (fun y => - sqrt 2 < y < sqrt 2)).
    rewrite fold_branch_at_0, sin_0, Rmult_0_r.
    apply (locally_interval _ 0 (Finite (- sqrt 2)) (Finite (sqrt 2))); simpl; intros; lra. }
  assert (right : locally 0 (fun x => sqrt 2 < fold_branch a x)).
  { apply (fold_branch_continuous a (fun y => sqrt 2 < y)).
    rewrite fold_branch_at_0; unfold a; rewrite sin_2PI3.
    apply (locally_interval _ _ (Finite (sqrt 2)) p_infty); simpl; auto; nra. }
  assert (left : locally 0 (fun x => fold_branch (- a) x < - sqrt 2)).
  { apply (fold_branch_continuous (- a) (fun y => y < - sqrt 2)).
    rewrite fold_branch_at_0, sin_neg; unfold a; rewrite sin_2PI3.
    apply (locally_interval _ _ m_infty (Finite (- sqrt 2))); simpl; auto; nra. }
  assert (small : locally 0 (fun x => Rabs x < 1 / 2)).
  { apply (locally_interval _ 0 (Finite (- 1 / 2)) (Finite (1 / 2))); simpl; try lra.
    intros y low high; apply Rabs_lt_between; lra. }
  generalize (filter_and _ _ (filter_and _ _ small inner) (filter_and _ _ right left)).
  apply filter_imp; intros x [[near i] [r l]]; repeat split; try tauto; try lra;
    apply fold_branch_inverse; try assumption.
  - rewrite Rmult_0_r; apply sin_0.
  - rewrite Rmult_0_r; apply cos_0.
  - rewrite whole; apply sin_2PI.
  - rewrite whole; apply cos_2PI.
  - rewrite whole', sin_neg, sin_2PI; ring.
  - rewrite whole', cos_neg; apply cos_2PI.
Qed.

(** The map is odd and rises at 0, as the theorem asks, and its equation fails. *)
Lemma folded_equation_false :
  let g := fold_map 1 (1 / 6) in
  let branches inner right left := locally 0 (fun x =>
    (g (inner x) = x /\ - sqrt 2 < inner x < sqrt 2)
    /\ (g (right x) = x /\ sqrt 2 < right x)
    /\ (g (left x) = x /\ left x < - sqrt 2)) in
  (forall z, g (- z) = - g z) /\ 0 < Derive g 0
  /\ (exists inner right left, branches inner right left)
  /\ forall inner right left q : R -> R,
     branches inner right left ->
     (forall x, q x = standard_gaussian (inner x) / Rabs (Derive g (inner x))
       + standard_gaussian (right x) / Rabs (Derive g (right x))
       + standard_gaussian (left x) / Rabs (Derive g (left x))) ->
     let p := symmetric_mixture 8 1 in
     let d x := p x / (p x + q x) in
     let k := Derive g 0 in
     ~ is_derive (fun z => Derive d (g z) / d (g z)) 0
         (((8 ^ 2 - 1 ^ 2) / 1 ^ 4 * k ^ 3 + k + Derive_n g 3 0)
          / (exp (- 8 ^ 2 / (2 * 1 ^ 2)) / 1 * k ^ 3 + k ^ 2)).
Proof.
  intros g branches; split; [intros z; unfold g, fold_map; ring | split; [| split]].
  - unfold g; rewrite (is_derive_unique _ _ _ (is_derive_fold_map 1 (1 / 6) 0)).
    unfold fold_slope; lra.
  - exact fold_branches_exist.
  - exact folded_rate_false.
Qed.
