(** A generator that folds: further preimages of 0 add to the density there, and Theorem 3.3's
    equation fails. *)

From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Densities Missing.InverseDerivative.
From Steepness Require Import SymmetricMixture EvolutionProofLines.
Open Scope R_scope.

(** g(z) = a z - a b z³. *)
Definition fold_map (a b z : R) : R := a * z - a * b * z ^ 3.
Definition fold_slope (a b z : R) : R := a - 3 * a * b * z ^ 2.

Lemma is_derive_fold_map a b z : is_derive (fold_map a b) z (fold_slope a b z).
Proof. unfold fold_map, fold_slope; auto_derive; [exact I | ring]. Qed.

Lemma standard_gaussian_eq z : standard_gaussian z = exp (- z ^ 2 / 2) / sqrt (2 * PI).
Proof.
  unfold standard_gaussian, gaussian1; assert (root := root_pos).
  replace (- (z - 0) ^ 2 / (2 * 1 ^ 2)) with (- z ^ 2 / 2) by field; field; lra.
Qed.

(** What is sent to 0, and the density there. *)
Lemma fold_at_0 (a b : R) :
  0 < a -> 0 < b ->
  let root := / sqrt b in
  (forall z, fold_map a b z = 0 <-> z = 0 \/ z = root \/ z = - root)
  /\ standard_gaussian 0 / Rabs (fold_slope a b 0)
     + standard_gaussian root / Rabs (fold_slope a b root)
     + standard_gaussian (- root) / Rabs (fold_slope a b (- root))
     = (1 + exp (- / (2 * b))) / (sqrt (2 * PI) * a).
Proof.
  intros a_pos b_pos root.
  assert (sqrt_b := sqrt_lt_R0 b b_pos); assert (square := sqrt_sqrt b (Rlt_le _ _ b_pos)).
  assert (root2 : b * root ^ 2 = 1) by (unfold root; rewrite <- square at 1; field; lra).
  split.
  - intros z; split.
    + intros zero; assert (factors : a * z * (1 - b * z ^ 2) = 0)
        by (rewrite <- zero; unfold fold_map; ring).
      apply Rmult_integral in factors; destruct factors as [none | some]; [left; nra | right].
      assert (product : b * ((z - root) * (z + root)) = 0) by nra.
      apply Rmult_integral in product; destruct product as [| product]; [lra |].
      apply Rmult_integral in product; destruct product; [left | right]; lra.
    + unfold fold_map; intros [-> | [-> | ->]]; [ring | |].
      * replace (a * root - a * b * root ^ 3) with (a * root * (1 - b * root ^ 2)) by ring.
        rewrite root2; ring.
      * replace (a * - root - a * b * (- root) ^ 3) with (- a * root * (1 - b * root ^ 2)) by ring.
        rewrite root2; ring.
  - assert (outer : fold_slope a b root = -2 * a)
      by (unfold fold_slope; replace (3 * a * b * root ^ 2) with (3 * a * (b * root ^ 2)) by ring;
          rewrite root2; ring).
    assert (mirrored : fold_slope a b (- root) = -2 * a)
      by (rewrite <- outer; unfold fold_slope; ring).
    assert (inner : fold_slope a b 0 = a) by (unfold fold_slope; ring).
    rewrite outer, mirrored, inner, (Rabs_pos_eq a), (Rabs_left (-2 * a)) by lra.
    rewrite !standard_gaussian_eq; assert (positive := root_pos).
    replace (- 0 ^ 2 / 2) with 0 by field; rewrite exp_0.
    replace ((- root) ^ 2) with (root ^ 2) by ring.
    assert (value : root ^ 2 = / b).
    { apply Rmult_eq_reg_l with b; [rewrite root2; field |]; lra. }
    rewrite value; replace (- / b / 2) with (- / (2 * b)) by (field; lra).
    field; split; lra.
Qed.

(** ** The equation at a fold: a = 1, b = 1/6, with the preimages 0 and ±√6 of 0 *)

Section Fold.

Let g := fold_map 1 (1 / 6).

(** The slope of g, and a branch's density φ/g′ with its derivatives along the image. *)
Definition w (z : R) : R := 1 - z ^ 2 / 2.
Definition branch (z : R) : R := standard_gaussian z / w z.
Definition branch1 (z : R) : R := standard_gaussian z * z ^ 3 / (2 * w z ^ 3).
Definition branch2 (z : R) : R :=
  standard_gaussian z * ((3 * z ^ 2 - z ^ 4) * w z + 3 * z ^ 4) / (2 * w z ^ 5).

Lemma g_derive z : is_derive g z (w z).
Proof. evar_last; [apply is_derive_fold_map | unfold fold_slope, w; field]. Qed.

Lemma w_derive z : is_derive w z (- z).
Proof. unfold w; auto_derive; [exact I | field]. Qed.

Lemma branch_derive z : w z <> 0 -> is_derive branch z (branch1 z * w z).
Proof.
  intros steep; evar_last.
  - apply (is_derive_div standard_gaussian w);
      [apply is_derive_standard_gaussian | apply w_derive | exact steep].
  - unfold branch1; replace (z ^ 3) with (2 * z * (1 - w z)) by (unfold w; field).
    field; exact steep.
Qed.

Lemma branch1_derive z : w z <> 0 -> is_derive branch1 z (branch2 z * w z).
Proof.
  intros steep; unfold branch1; evar_last.
  - apply (is_derive_div (fun z => standard_gaussian z * z ^ 3) (fun z => 2 * w z ^ 3)).
    + apply (is_derive_mult standard_gaussian (fun z => z ^ 3));
        [apply is_derive_standard_gaussian | auto_derive; [exact I | reflexivity] |].
      intros; apply Rmult_comm.
    + apply is_derive_scal, is_derive_pow, w_derive.
    + apply Rmult_integral_contrapositive; split; [lra | now apply pow_nonzero].
  - unfold branch2, plus, mult, scal; simpl; unfold mult; simpl; field; exact steep.
Qed.

(** The three branches of the inverse around 0: one where g increases, two where it falls. *)
Variables (inner right left q : R -> R).
Hypothesis inverse : locally 0 (fun x =>
  (g (inner x) = x /\ - sqrt 2 < inner x < sqrt 2)
  /\ (g (right x) = x /\ sqrt 2 < right x)
  /\ (g (left x) = x /\ left x < - sqrt 2)).

(** The density of the image: a term for each preimage. *)
Hypothesis density : forall x,
  q x = standard_gaussian (inner x) / Rabs (Derive g (inner x))
      + standard_gaussian (right x) / Rabs (Derive g (right x))
      + standard_gaussian (left x) / Rabs (Derive g (left x)).

Lemma root2 : 0 < sqrt 2 /\ sqrt 2 * sqrt 2 = 2.
Proof. split; [apply sqrt_lt_R0 | apply sqrt_sqrt]; lra. Qed.

Lemma w_inner z : - sqrt 2 < z < sqrt 2 -> 0 < w z.
Proof. destruct root2; unfold w; nra. Qed.

Lemma w_right z : sqrt 2 < z -> w z < 0.
Proof. destruct root2; unfold w; nra. Qed.

Lemma w_left z : z < - sqrt 2 -> w z < 0.
Proof. destruct root2; unfold w; nra. Qed.

Lemma monotone_between (f f' : R -> R) x y :
  x < y -> (forall z, x <= z <= y -> is_derive f z (f' z)) -> (forall z, x <= z <= y -> 0 < f' z) ->
  f x < f y.
Proof.
  intros less derive pos; destruct (MVT_gen f x y f') as [c [between mean]].
  - intros z; rewrite Rmin_left, Rmax_right by lra; intros; apply derive; lra.
  - intros z; rewrite Rmin_left, Rmax_right by lra; intros.
    apply continuity_pt_filterlim, (ex_derive_continuous f); eexists; apply derive; lra.
  - rewrite Rmin_left, Rmax_right in between by lra; generalize (pos c between); nra.
Qed.

Lemma open_interval (a b : Rbar) (x : R) :
  Rbar_lt a x -> Rbar_lt x b -> locally x (fun y : R => Rbar_lt a y /\ Rbar_lt y b).
Proof. intros low high; apply (locally_interval _ x a b); auto. Qed.

Lemma inner_derive : locally 0 (fun x => is_derive inner x (1 / w (inner x))).
Proof.
  apply filter_imp with (2 := locally_locally _ _ inverse); intros x near.
  destruct (locally_singleton _ _ near) as [[_ inside] _].
  apply (is_derive_of_inverse (fun z => - sqrt 2 < z < sqrt 2) g (fun x => x)).
  - intros y z y_in z_in less; apply (monotone_between g w); auto.
    + intros; apply g_derive.
    + intros u between; apply w_inner; lra.
  - apply filter_imp with (2 := open_interval (- sqrt 2) (sqrt 2) (inner x)
      (proj1 inside) (proj2 inside)); simpl; tauto.
  - apply filter_imp with (2 := near); tauto.
  - apply g_derive.
  - now apply w_inner.
  - apply @is_derive_id.
Qed.

Lemma falling_derive (h : R -> R) (D : R -> Prop) (a b : Rbar) :
  (forall z : R, D z <-> Rbar_lt a z /\ Rbar_lt z b) -> (forall z, D z -> w z < 0) ->
  (forall x y z, D x -> D y -> x <= z <= y -> D z) ->
  locally 0 (fun x => g (h x) = x /\ D (h x)) ->
  locally 0 (fun x => is_derive h x (1 / w (h x))).
Proof.
  intros interval falling convex solves.
  apply filter_imp with (2 := locally_locally _ _ solves); intros x near.
  destruct (locally_singleton _ _ near) as [_ inside].
  replace (1 / w (h x)) with (-1 / - w (h x))
    by (generalize (falling _ inside); intros; field; lra).
  apply (is_derive_of_inverse D (fun z => - g z) (fun x => - x)).
  - intros y z y_in z_in less; apply (monotone_between (fun z => - g z) (fun z => - w z)); auto.
    + intros u _; apply (is_derive_opp g), g_derive.
    + intros u between; generalize (falling u (convex y z u y_in z_in between)); lra.
  - destruct (proj1 (interval _) inside) as [low high].
    apply filter_imp with (2 := open_interval a b (h x) low high); intros u; apply interval.
  - apply filter_imp with (2 := near); intros u [-> u_in]; auto.
  - apply (is_derive_opp g), g_derive.
  - generalize (falling _ inside); lra.
  - auto_derive; [exact I | reflexivity].
Qed.

Lemma right_derive : locally 0 (fun x => is_derive right x (1 / w (right x))).
Proof.
  apply (falling_derive right (fun z => sqrt 2 < z) (sqrt 2) p_infty).
  - simpl; tauto.
  - exact w_right.
  - intros; lra.
  - apply filter_imp with (2 := inverse); tauto.
Qed.

Lemma left_derive : locally 0 (fun x => is_derive left x (1 / w (left x))).
Proof.
  apply (falling_derive left (fun z => z < - sqrt 2) m_infty (- sqrt 2)).
  - simpl; tauto.
  - exact w_left.
  - intros; lra.
  - apply filter_imp with (2 := inverse); tauto.
Qed.

Lemma regular : locally 0 (fun x => 0 < w (inner x) /\ w (right x) < 0 /\ w (left x) < 0).
Proof.
  apply filter_imp with (2 := inverse); intros x [[_ i] [[_ r] [_ l]]].
  auto using w_inner, w_right, w_left.
Qed.

Lemma density_near :
  locally 0 (fun x => q x = branch (inner x) - branch (right x) - branch (left x)).
Proof.
  apply filter_imp with (2 := regular); intros x [i [r l]]; rewrite density.
  rewrite !(is_derive_unique _ _ _ (g_derive _)), (Rabs_pos_eq (w (inner x))) by lra.
  rewrite (Rabs_left (w (right x))), (Rabs_left (w (left x))) by assumption.
  unfold branch; field; repeat split; lra.
Qed.

Lemma along_branch (f f' h : R -> R) x :
  is_derive h x (1 / w (h x)) -> w (h x) <> 0 -> is_derive f (h x) (f' (h x) * w (h x)) ->
  is_derive (fun x => f (h x)) x (f' (h x)).
Proof.
  intros h_is steep f_is; evar_last; [apply (is_derive_comp f h); [exact f_is | exact h_is] |].
  unfold scal; simpl; unfold mult; simpl; field; exact steep.
Qed.

(** A sum over the branches is differentiated branch by branch. *)
Lemma over_branches (f f' : R -> R) :
  (forall z, w z <> 0 -> is_derive f z (f' z * w z)) ->
  locally 0 (fun x => is_derive (fun x => f (inner x) - f (right x) - f (left x)) x
    (f' (inner x) - f' (right x) - f' (left x))).
Proof.
  intros derive.
  generalize (filter_and _ _ (filter_and _ _ inner_derive right_derive)
    (filter_and _ _ left_derive regular)).
  apply filter_imp; intros x [[i_is r_is] [l_is [i [r l]]]].
  apply (is_derive_minus (fun x => f (inner x) - f (right x)) (fun x => f (left x))).
  - apply (is_derive_minus (fun x => f (inner x)) (fun x => f (right x)));
      apply along_branch; auto; try lra; apply derive; lra.
  - apply along_branch; auto; try lra; apply derive; lra.
Qed.

Lemma density_derive : locally 0 (fun x =>
  is_derive q x (branch1 (inner x) - branch1 (right x) - branch1 (left x))).
Proof.
  generalize (filter_and _ _ (locally_locally _ _ density_near)
    (over_branches branch branch1 branch_derive)).
  apply filter_imp; intros x [near derive].
  apply (is_derive_ext_loc (fun x => branch (inner x) - branch (right x) - branch (left x)));
    [| exact derive].
  apply filter_imp with (2 := near); intros y ->; reflexivity.
Qed.

Lemma density_derive2 :
  is_derive (Derive q) 0 (branch2 (inner 0) - branch2 (right 0) - branch2 (left 0)).
Proof.
  apply (is_derive_ext_loc
    (fun x => branch1 (inner x) - branch1 (right x) - branch1 (left x))).
  - apply filter_imp with (2 := density_derive); intros x derive.
    symmetry; now apply is_derive_unique.
  - exact (locally_singleton _ _ (over_branches branch1 branch2 branch1_derive)).
Qed.

Lemma preimages_of_0 : inner 0 = 0 /\ right 0 ^ 2 = 6 /\ left 0 = - right 0.
Proof.
  destruct (locally_singleton _ _ inverse) as [[i i_in] [[r r_in] [l l_in]]].
  destruct root2 as [positive square]; unfold g, fold_map in *.
  assert (i_factor : inner 0 * (6 - inner 0 ^ 2) = 0) by lra.
  assert (r_factor : right 0 * (6 - right 0 ^ 2) = 0) by lra.
  assert (l_factor : left 0 * (6 - left 0 ^ 2) = 0) by lra.
  apply Rmult_integral in i_factor; apply Rmult_integral in r_factor.
  apply Rmult_integral in l_factor.
  destruct i_factor as [zero | i6]; [| nra].
  destruct r_factor as [| r6]; [lra |]; destruct l_factor as [| l6]; [lra |].
  repeat split; [assumption | lra | nra].
Qed.

Lemma density_at_0 :
  0 < q 0 /\ twice_differentiable q 0 /\ Derive q 0 = 0
  /\ q 0 = standard_gaussian 0 + standard_gaussian (right 0)
  /\ Derive_n q 2 0 = 9 / 2 * standard_gaussian (right 0).
Proof.
  destruct preimages_of_0 as [i [r l]].
  assert (even : standard_gaussian (- right 0) = standard_gaussian (right 0)).
  { rewrite !standard_gaussian_eq; now replace ((- right 0) ^ 2) with (right 0 ^ 2) by ring. }
  assert (w_r : w (right 0) = -2) by (unfold w; rewrite r; field).
  assert (w_l : w (- right 0) = -2)
    by (unfold w; replace ((- right 0) ^ 2) with (right 0 ^ 2) by ring; rewrite r; field).
  assert (w_i : w 0 = 1) by (unfold w; field).
  assert (value : q 0 = standard_gaussian 0 + standard_gaussian (right 0)).
  { rewrite (locally_singleton _ _ density_near), i, l; unfold branch.
    rewrite w_r, w_l, w_i, even; field. }
  assert (positive_0 := standard_gaussian_pos 0).
  assert (positive_r := standard_gaussian_pos (right 0)); split; [lra |].
  split; [split; [| eexists; exact density_derive2] | split; [| split]].
  - apply filter_imp with (2 := density_derive); intros x derive; eexists; exact derive.
  - rewrite (is_derive_unique _ _ _ (locally_singleton _ _ density_derive)), i, l.
    unfold branch1; rewrite w_r, w_l, w_i, even; field.
  - exact value.
  - change (Derive_n q 2 0) with (Derive (Derive q) 0).
    rewrite (is_derive_unique _ _ _ density_derive2), i, l; unfold branch2.
    rewrite w_r, w_l, w_i, even.
    replace ((- right 0) ^ 2) with (right 0 ^ 2) by ring.
    replace ((- right 0) ^ 4) with ((right 0 ^ 2) ^ 2) by ring.
    replace (right 0 ^ 4) with ((right 0 ^ 2) ^ 2) by ring; rewrite r; field.
Qed.

(** The rate at the centre for the modes ±8 with s = 1. *)
Lemma folded_rate_false :
  let p := symmetric_mixture 8 1 in
  let d x := p x / (p x + q x) in
  let k := Derive g 0 in
  ~ is_derive (fun z => Derive d (g z) / d (g z)) 0
      (((8 ^ 2 - 1 ^ 2) / 1 ^ 4 * k ^ 3 + k + Derive_n g 3 0)
       / (exp (- 8 ^ 2 / (2 * 1 ^ 2)) / 1 * k ^ 3 + k ^ 2)).
Proof.
  intros p d k printed.
  assert (first : forall z, Derive g z = w z) by (intros; apply is_derive_unique, g_derive).
  assert (k_1 : k = 1) by (unfold k; rewrite first; unfold w; field).
  assert (third : Derive_n g 3 0 = -1).
  { change (Derive (Derive (Derive g)) 0 = -1).
    rewrite (Derive_ext _ (fun z => - z)).
    - apply is_derive_unique; auto_derive; [exact I | reflexivity].
    - intros z; rewrite (Derive_ext _ w) by exact first; apply is_derive_unique, w_derive. }
  destruct density_at_0 as [q_pos [q_smooth [q_rest [q_0 q_2]]]].
  destruct (symmetric_mixture_at_centre 8 1 Rlt_0_1) as [p_0 [p_1 p_2]]; fold p in p_0, p_1, p_2.
  assert (p_smooth : twice_differentiable p 0).
  { split; [| eexists; exact p_2]; apply filter_forall; intros x; eexists.
    apply is_derive_symmetric_mixture; lra. }
  assert (p_pos : 0 < p 0) by (apply symmetric_mixture_pos; lra).
  apply is_derive_unique in p_1; apply is_derive_unique in p_2.
  assert (at_0 : g 0 = 0) by (unfold g, fold_map; ring).
  assert (d_smooth : twice_differentiable d (g 0)).
  { rewrite at_0; split.
    - apply filter_imp with (2 := is_derive_discriminator_near p q p_pos q_pos p_smooth q_smooth).
      intros x derive; eexists; exact derive.
    - eexists; apply (discriminator_at_rest p q); assumption. }
  assert (d_pos : 0 < d (g 0)) by (rewrite at_0; apply Rdiv_lt_0_compat; lra).
  assert (slope := is_derive_field_along d g 0 d_smooth d_pos ltac:(eexists; apply g_derive)).
  rewrite at_0 in slope; fold k in slope.
  unfold d in slope at 3 4 5 6; rewrite (rate_of_densities p q) in slope by assumption.
  apply is_derive_unique in slope; apply is_derive_unique in printed; fold d in slope.
  rewrite printed in slope; rewrite q_2, q_0 in slope.
  change (Derive_n p 2 0) with (Derive (Derive p) 0) in slope.
  rewrite p_2, p_0, k_1, third, !standard_gaussian_eq in slope.
  replace (- 0 ^ 2 / 2) with 0 in slope by field; rewrite exp_0 in slope.
  replace (- 8 ^ 2 / (2 * 1 ^ 2)) with (- (32)) in slope by field; rewrite exp_Ropp in slope.
  assert (large := exp_ineq1 32 ltac:(lra)).
  assert (root := root_pos); set (L := exp 32) in *.
  set (E := exp (- right 0 ^ 2 / 2)) in *; assert (E_pos : 0 < E) by apply exp_pos.
  assert (equal : 63 / (/ L + 1) = (63 * (1 + E) - 9 / 2 * E) / (/ L + 1 + E)).
  { replace (63 / (/ L + 1))
      with (((8 ^ 2 - 1 ^ 2) / 1 ^ 4 * 1 ^ 3 + 1 + -1) / (/ L / 1 * 1 ^ 3 + 1 ^ 2))
      by (field; repeat split; try lra; assert (0 < / L) by (apply Rinv_0_lt_compat; lra); lra).
    rewrite slope; assert (0 < / L) by (apply Rinv_0_lt_compat; lra).
    field; repeat split; nra. }
  set (P := / L) in *.
  assert (P_pos : 0 < P) by (apply Rinv_0_lt_compat; lra).
  assert (P_small : P < / 33).
  { apply Rinv_lt_contravar; [|]; lra. }
  apply (Rmult_eq_compat_r ((P + 1) * (P + 1 + E))) in equal.
  replace (63 / (P + 1) * ((P + 1) * (P + 1 + E))) with (63 * (P + 1 + E)) in equal
    by (field; lra).
  replace ((63 * (1 + E) - 9 / 2 * E) / (P + 1 + E) * ((P + 1) * (P + 1 + E)))
    with ((63 * (1 + E) - 9 / 2 * E) * (P + 1)) in equal by (field; lra).
  nra.
Qed.

End Fold.
