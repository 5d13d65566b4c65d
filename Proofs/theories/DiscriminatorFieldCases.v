(** The four cases of Table 2, from the definitions of the densities. *)

From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Densities.
Open Scope R_scope.

Definition ratio_1 x y := mixture (1 / 10) 1 x y / gaussian (2 / 10) 0 0 x y.
Definition ratio_2 x y := mixture (1 / 10) 1 x y / uniform 2 x y.
Definition ratio_3 x y := mixture (1 / 10) 1 x y / gaussian 1 1 1 x y.
Definition ratio_4 x y := mixture (1 / 10) 3 x y / gaussian 3 3 3 x y.

(** The closed forms of appendix C.3: the exponentials as printed, the factor as an argument. *)
Definition bump_1 a b x y :=
  exp (- (5 / 2) * ((x - 2 * a) ^ 2 + (y - 2 * b) ^ 2) + 5 * a ^ 2 + 5 * b ^ 2).
Definition bump_2 a b x y := exp (- 5 * ((x - a) ^ 2 + (y - b) ^ 2)).
Definition bump_3 a b x y :=
  exp (- (9 / 2) * ((x - (10 * a - 1) / 9) ^ 2 + (y - (10 * b - 1) / 9) ^ 2)
       + 5 / 9 * (a - 1) ^ 2 + 5 / 9 * (b - 1) ^ 2).
Definition bump_4 a b x y :=
  exp (- (29 / 6) * ((x - (30 * a - 3) / 29) ^ 2 + (y - (30 * b - 3) / 29) ^ 2)
       + 5 / 29 * (a - 3) ^ 2 + 5 / 29 * (b - 3) ^ 2).

Definition closed_1 k x y := k * corner_sum 1 (fun a b => bump_1 a b x y).
Definition closed_2 k x y := k * corner_sum 1 (fun a b => bump_2 a b x y).
Definition closed_3 k x y := k * corner_sum 1 (fun a b => bump_3 a b x y).
Definition closed_4 k x y := k * corner_sum 3 (fun a b => bump_4 a b x y).

(** Their printed gradients, one component at a time, again without the factor. *)
Definition gradient_x_1 k x y := k * corner_sum 1 (fun a b => bump_1 a b x y * (x - 2 * a)).
Definition gradient_y_1 k x y := k * corner_sum 1 (fun a b => bump_1 a b x y * (y - 2 * b)).
Definition gradient_x_2 k x y := k * corner_sum 1 (fun a b => bump_2 a b x y * (x - a)).
Definition gradient_y_2 k x y := k * corner_sum 1 (fun a b => bump_2 a b x y * (y - b)).
Definition gradient_x_3 k x y :=
  k * corner_sum 1 (fun a b => bump_3 a b x y * (x - (10 * a - 1) / 9)).
Definition gradient_y_3 k x y :=
  k * corner_sum 1 (fun a b => bump_3 a b x y * (y - (10 * b - 1) / 9)).
Definition gradient_x_4 k x y :=
  k * corner_sum 3 (fun a b => bump_4 a b x y * (x - (30 * a - 3) / 29)).
Definition gradient_y_4 k x y :=
  k * corner_sum 3 (fun a b => bump_4 a b x y * (y - (30 * b - 3) / 29)).

Lemma bump_1_eq a b x y : bump_1 a b x y = bump (1 / 10) (2 / 10) a b 0 0 x y.
Proof. unfold bump_1, bump; f_equal; field. Qed.

Lemma bump_3_eq a b x y : bump_3 a b x y = bump (1 / 10) 1 a b 1 1 x y.
Proof. unfold bump_3, bump; f_equal; field. Qed.

Lemma bump_4_eq a b x y : bump_4 a b x y = bump (1 / 10) 3 a b 3 3 x y.
Proof. unfold bump_4, bump; f_equal; field. Qed.

Lemma ratio_1_closed x y : ratio_1 x y = closed_1 (1 / 2) x y.
Proof.
  unfold ratio_1, closed_1; rewrite mixture_ratio by lra; f_equal; [lra |].
  apply corner_sum_ext; intros; now rewrite bump_1_eq.
Qed.

Lemma ratio_3_closed x y : ratio_3 x y = closed_3 (5 / 2) x y.
Proof.
  unfold ratio_3, closed_3; rewrite mixture_ratio by lra; f_equal; [lra |].
  apply corner_sum_ext; intros; now rewrite bump_3_eq.
Qed.

Lemma ratio_4_closed x y : ratio_4 x y = closed_4 (15 / 2) x y.
Proof.
  unfold ratio_4, closed_4; rewrite mixture_ratio by lra; f_equal; [lra |].
  apply corner_sum_ext; intros; now rewrite bump_4_eq.
Qed.

Lemma mixture_closed_2 x y : mixture (1 / 10) 1 x y = / 16 * closed_2 (20 / PI) x y.
Proof.
  generalize PI_RGT_0; intros; unfold mixture, closed_2.
  rewrite (corner_sum_ext _ _ (fun a b => 5 / PI * bump_2 a b x y)), corner_sum_scal;
    [field; lra |].
  intros a b _ _; unfold gaussian, bump_2.
  replace (- ((x - a) ^ 2 + (y - b) ^ 2) / (2 * (1 / 10)))
    with (- 5 * ((x - a) ^ 2 + (y - b) ^ 2)) by field.
  field; lra.
Qed.

Lemma ratio_2_closed_inside x y :
  Rabs x <= 2 -> Rabs y <= 2 -> ratio_2 x y = closed_2 (20 / PI) x y.
Proof.
  intros; unfold ratio_2; rewrite mixture_closed_2, uniform_inside by auto; field.
Qed.

(** The ratio as printed, with the box's indicator as a factor. *)
Definition printed_ratio_2 x y := closed_2 (20 / PI) x y * ((2 * 2) ^ 2 * uniform 2 x y).

(** Outside of the box the optimal discriminator is 1, where the printed ratio 0 makes it 0. *)
Lemma discriminator_2_outside x y :
  2 < Rabs x \/ 2 < Rabs y ->
  let d := mixture (1 / 10) 1 x y / (mixture (1 / 10) 1 x y + uniform 2 x y) in
  d = 1 /\ printed_ratio_2 x y = 0
  /\ d <> printed_ratio_2 x y / (1 + printed_ratio_2 x y).
Proof.
  intros outside d.
  assert (0 < mixture (1 / 10) 1 x y) by (apply mixture_pos; lra).
  assert (d_value : d = 1) by (unfold d; rewrite uniform_outside by auto; field; lra).
  assert (printed : printed_ratio_2 x y = 0)
    by (unfold printed_ratio_2; rewrite uniform_outside by auto; ring).
  repeat split; auto; rewrite d_value, printed; lra.
Qed.

(** There r is infinite and d = 1. *)
Lemma ratio_2_outside x y :
  2 < Rabs x \/ 2 < Rabs y ->
  uniform 2 x y = 0 /\ 0 < mixture (1 / 10) 1 x y
  /\ mixture (1 / 10) 1 x y / (mixture (1 / 10) 1 x y + uniform 2 x y) = 1.
Proof.
  intros outside; assert (0 < mixture (1 / 10) 1 x y) by (apply mixture_pos; lra).
  rewrite uniform_outside by auto; repeat split; [assumption | field; lra].
Qed.

(** * Gradients *)

(** A bump of the closed forms inherits its derivative from the general completed square. *)
Ltac by_bump same rule :=
  eapply is_derive_ext; [intros u; symmetry; apply same |];
  evar_last; [apply rule; lra | rewrite same; simpl; field].

Lemma is_derive_bump_1_x a b (x y : R) :
  is_derive (fun u => bump_1 a b u y) x (- 5 * (bump_1 a b x y * (x - 2 * a))).
Proof. by_bump bump_1_eq is_derive_bump_x. Qed.

Lemma is_derive_bump_1_y a b (x y : R) :
  is_derive (fun u => bump_1 a b x u) y (- 5 * (bump_1 a b x y * (y - 2 * b))).
Proof. by_bump bump_1_eq is_derive_bump_y. Qed.

Lemma is_derive_bump_2_x a b (x y : R) :
  is_derive (fun u => bump_2 a b u y) x (- 10 * (bump_2 a b x y * (x - a))).
Proof.
  unfold bump_2; auto_derive; [exact I |].
  match goal with |- _ * exp ?e = _ * (exp ?f * _) => replace e with f by field end.
  field.
Qed.

Lemma is_derive_bump_2_y a b (x y : R) :
  is_derive (fun u => bump_2 a b x u) y (- 10 * (bump_2 a b x y * (y - b))).
Proof.
  unfold bump_2; auto_derive; [exact I |].
  match goal with |- _ * exp ?e = _ * (exp ?f * _) => replace e with f by field end.
  field.
Qed.

Lemma is_derive_bump_3_x a b (x y : R) :
  is_derive (fun u => bump_3 a b u y) x (- 9 * (bump_3 a b x y * (x - (10 * a - 1) / 9))).
Proof. by_bump bump_3_eq is_derive_bump_x. Qed.

Lemma is_derive_bump_3_y a b (x y : R) :
  is_derive (fun u => bump_3 a b x u) y (- 9 * (bump_3 a b x y * (y - (10 * b - 1) / 9))).
Proof. by_bump bump_3_eq is_derive_bump_y. Qed.

Lemma is_derive_bump_4_x a b (x y : R) :
  is_derive (fun u => bump_4 a b u y) x (- (29 / 3) * (bump_4 a b x y * (x - (30 * a - 3) / 29))).
Proof. by_bump bump_4_eq is_derive_bump_x. Qed.

Lemma is_derive_bump_4_y a b (x y : R) :
  is_derive (fun u => bump_4 a b x u) y (- (29 / 3) * (bump_4 a b x y * (y - (30 * b - 3) / 29))).
Proof. by_bump bump_4_eq is_derive_bump_y. Qed.

Lemma scaled (k l s : R) : k * l * s = l * (k * s).
Proof. ring. Qed.

Ltac by_terms rule :=
  evar_last;
  [ apply is_derive_scal, is_derive_corner_sum; intros; apply rule
  | rewrite corner_sum_scal; symmetry; apply scaled ].

Lemma is_derive_closed_1_x (k x y : R) :
  is_derive (fun u => closed_1 k u y) x (gradient_x_1 (- 5 * k) x y).
Proof. by_terms is_derive_bump_1_x. Qed.

Lemma is_derive_closed_1_y (k x y : R) :
  is_derive (fun u => closed_1 k x u) y (gradient_y_1 (- 5 * k) x y).
Proof. by_terms is_derive_bump_1_y. Qed.

Lemma is_derive_closed_2_x (k x y : R) :
  is_derive (fun u => closed_2 k u y) x (gradient_x_2 (- 10 * k) x y).
Proof. by_terms is_derive_bump_2_x. Qed.

Lemma is_derive_closed_2_y (k x y : R) :
  is_derive (fun u => closed_2 k x u) y (gradient_y_2 (- 10 * k) x y).
Proof. by_terms is_derive_bump_2_y. Qed.

Lemma is_derive_closed_3_x (k x y : R) :
  is_derive (fun u => closed_3 k u y) x (gradient_x_3 (- 9 * k) x y).
Proof. by_terms is_derive_bump_3_x. Qed.

Lemma is_derive_closed_3_y (k x y : R) :
  is_derive (fun u => closed_3 k x u) y (gradient_y_3 (- 9 * k) x y).
Proof. by_terms is_derive_bump_3_y. Qed.

Lemma is_derive_closed_4_x (k x y : R) :
  is_derive (fun u => closed_4 k u y) x (gradient_x_4 (- (29 / 3) * k) x y).
Proof. by_terms is_derive_bump_4_x. Qed.

Lemma is_derive_closed_4_y (k x y : R) :
  is_derive (fun u => closed_4 k x u) y (gradient_y_4 (- (29 / 3) * k) x y).
Proof. by_terms is_derive_bump_4_y. Qed.

(** * The gradients of the four ratios *)

Lemma is_derive_ratio_1 (x y : R) :
  is_derive (fun u => ratio_1 u y) x (gradient_x_1 (- (5 / 2)) x y)
  /\ is_derive (fun u => ratio_1 x u) y (gradient_y_1 (- (5 / 2)) x y).
Proof.
  replace (- (5 / 2)) with (- 5 * (1 / 2)) by lra; split;
    (eapply is_derive_ext; [intros u; symmetry; apply ratio_1_closed |]);
    [apply is_derive_closed_1_x | apply is_derive_closed_1_y].
Qed.

Lemma is_derive_ratio_3 (x y : R) :
  is_derive (fun u => ratio_3 u y) x (gradient_x_3 (- (45 / 2)) x y)
  /\ is_derive (fun u => ratio_3 x u) y (gradient_y_3 (- (45 / 2)) x y).
Proof.
  replace (- (45 / 2)) with (- 9 * (5 / 2)) by lra; split;
    (eapply is_derive_ext; [intros u; symmetry; apply ratio_3_closed |]);
    [apply is_derive_closed_3_x | apply is_derive_closed_3_y].
Qed.

Lemma is_derive_ratio_4 (x y : R) :
  is_derive (fun u => ratio_4 u y) x (gradient_x_4 (- (145 / 2)) x y)
  /\ is_derive (fun u => ratio_4 x u) y (gradient_y_4 (- (145 / 2)) x y).
Proof.
  replace (- (145 / 2)) with (- (29 / 3) * (15 / 2)) by lra; split;
    (eapply is_derive_ext; [intros u; symmetry; apply ratio_4_closed |]);
    [apply is_derive_closed_4_x | apply is_derive_closed_4_y].
Qed.

Lemma locally_inside (x h : R) : Rabs x < h -> locally x (fun u => Rabs u <= h).
Proof.
  intros inside; assert (room : 0 < h - Rabs x) by lra.
  exists (mkposreal _ room); intros u near.
  change (Rabs (u - x) < h - Rabs x) in near.
  generalize (Rabs_triang_inv u x); lra.
Qed.

Lemma is_derive_ratio_2 (x y : R) :
  Rabs x < 2 -> Rabs y < 2 ->
  is_derive (fun u => ratio_2 u y) x (gradient_x_2 (- (200 / PI)) x y)
  /\ is_derive (fun u => ratio_2 x u) y (gradient_y_2 (- (200 / PI)) x y).
Proof.
  intros inX inY; generalize PI_RGT_0; intros.
  replace (- (200 / PI)) with (- 10 * (20 / PI)) by (field; lra); split.
  - apply is_derive_ext_loc with (fun u => closed_2 (20 / PI) u y);
      [| apply is_derive_closed_2_x].
    apply filter_imp with (2 := locally_inside _ _ inX); intros u inside.
    symmetry; apply ratio_2_closed_inside; lra.
  - apply is_derive_ext_loc with (fun u => closed_2 (20 / PI) x u);
      [| apply is_derive_closed_2_y].
    apply filter_imp with (2 := locally_inside _ _ inY); intros u inside.
    symmetry; apply ratio_2_closed_inside; lra.
Qed.

Lemma ratio_2_inside (x y : R) :
  Rabs x < 2 -> Rabs y < 2 ->
  ratio_2 x y = closed_2 (20 / PI) x y
  /\ is_derive (fun u => ratio_2 u y) x (gradient_x_2 (- (200 / PI)) x y)
  /\ is_derive (fun u => ratio_2 x u) y (gradient_y_2 (- (200 / PI)) x y).
Proof. split; [apply ratio_2_closed_inside; lra | now apply is_derive_ratio_2]. Qed.

(** * Proposition C.4 as printed *)

Lemma ratio_4_printed_false : ratio_4 3 3 <> closed_4 (15 / 4) 3 3.
Proof.
  rewrite ratio_4_closed; unfold closed_4.
  assert (0 < corner_sum 3 (fun a b => bump_4 a b 3 3))
    by (apply corner_sum_pos; intros; apply exp_pos).
  lra.
Qed.

Lemma gradient_4_printed_false :
  ~ is_derive (fun u => ratio_4 u 4) 4 (gradient_x_4 (- (145 / 4)) 4 4).
Proof.
  intros printed; apply is_derive_unique in printed.
  rewrite (is_derive_unique _ _ _ (proj1 (is_derive_ratio_4 4 4))) in printed; revert printed.
  unfold gradient_x_4, corner_sum; replace (- (3)) with (-3) by lra.
  assert (pos : forall a b, 0 < bump_4 a b 4 4) by (intros; apply exp_pos).
  generalize (pos 3 3) (pos 3 (-3)) (pos (-3) 3) (pos (-3) (-3)); intros; lra.
Qed.

(** At [2, 2] each far mode weighs at most 1/121 of its near neighbour. *)
Lemma bump_4_far_le b : 121 * bump_4 (-3) b 2 2 <= bump_4 3 b 2 2.
Proof.
  replace (bump_4 3 b 2 2) with (exp 120 * bump_4 (-3) b 2 2).
  - generalize (exp_ineq1_le 120); intros.
    apply Rmult_le_compat_r; [apply Rlt_le, exp_pos | lra].
  - unfold bump_4; rewrite <- exp_plus; f_equal; field.
Qed.

(** There the field points up and to the right, to [3, 3], and not down to [27/29, 27/29]. *)
Lemma gradient_4_at_2_2_pos : 0 < gradient_x_4 (- (145 / 2)) 2 2.
Proof.
  unfold gradient_x_4, corner_sum; replace (- (3)) with (-3) by lra.
  assert (pos : forall b, 0 < bump_4 (-3) b 2 2) by (intros; apply exp_pos).
  generalize (pos 3) (pos (-3)) (bump_4_far_le 3) (bump_4_far_le (-3)); intros; lra.
Qed.

Lemma gradient_4_diagonal k x : gradient_y_4 k x x = gradient_x_4 k x x.
Proof.
  assert (swap : forall a b, bump_4 a b x x = bump_4 b a x x)
    by (intros; unfold bump_4; f_equal; ring).
  unfold gradient_y_4, gradient_x_4, corner_sum; rewrite (swap (- (3)) 3); ring.
Qed.

Lemma gradient_4_at_2_2 :
  27 / 29 - 2 < 0
  /\ (exists slope, is_derive (fun u => ratio_4 u 2) 2 slope /\ 0 < slope)
  /\ (exists slope, is_derive (fun u => ratio_4 2 u) 2 slope /\ 0 < slope).
Proof.
  split; [lra |]; destruct (is_derive_ratio_4 2 2) as [alongX alongY]; split; eexists;
    (split; [eassumption |]); [| rewrite gradient_4_diagonal]; apply gradient_4_at_2_2_pos.
Qed.

(** ∇r as a sum of vectors to the centres, each with a positive weight. *)
Lemma case_4_centre_vectors :
  (30 * 3 - 3) / 29 = 3 /\ (30 * -3 - 3) / 29 = - (93 / 29)
  /\ forall x y : R,
     is_derive (fun u => ratio_4 u y) x
       (145 / 2 * corner_sum 3 (fun a b => bump_4 a b x y * ((30 * a - 3) / 29 - x)))
     /\ is_derive (fun u => ratio_4 x u) y
       (145 / 2 * corner_sum 3 (fun a b => bump_4 a b x y * ((30 * b - 3) / 29 - y)))
     /\ forall a b, 0 < bump_4 a b x y.
Proof.
  split; [lra | split; [lra |]]; intros x y.
  destruct (is_derive_ratio_4 x y) as [first second]; split; [| split; [| intros; apply exp_pos]].
  - evar_last; [exact first | unfold gradient_x_4, corner_sum; field].
  - evar_last; [exact second | unfold gradient_y_4, corner_sum; field].
Qed.
