(** Discriminators of the form p/(p + f(r) q), r = p/q: their gradient against the optimal one. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.Gradients.
Open Scope R_scope.

Definition density_ratio (p q : vector -> R) (y : vector) : R := p y / q y.

Definition suboptimal (f : R -> R) (p q : vector -> R) (y : vector) : R :=
  p y / (p y + f (density_ratio p q y) * q y).

(** f = 1. *)
Definition optimal_d (p q : vector -> R) (y : vector) : R := p y / (p y + q y).

(** p and q are positive at x and have the gradients P and Q there. *)
Definition smooth_pair (n : nat) (p q : vector -> R) (x P Q : vector) : Prop :=
  0 < p x /\ 0 < q x /\ is_gradient n p x P /\ is_gradient n q x Q.

(** -p ∇h + h ∇p, for the value h and the gradient H of a function. *)
Definition cross_gradient (p : R) (P : vector) (h : R) (H : vector) : vector := sub (scale h P)
  (scale p H).

Lemma suboptimal_rewritten (f : R -> R) (p q : vector -> R) (x : vector) :
  0 < p x * q x ->
  suboptimal f p q x = 1 / (1 + f (density_ratio p q x) * / (p x / q x))
  /\ (f (density_ratio p q x) <> 0 ->
      suboptimal f p q x = 1 / (1 + / (density_ratio p q x / f (density_ratio p q x)))).
Proof.
  intros positive; assert (p x <> 0) by nra; assert (q x <> 0) by nra.
  unfold suboptimal, density_ratio; generalize (f (p x / q x)); intros a.
  assert (same : 1 + a * / (p x / q x) = (p x + a * q x) / p x) by (field; lra).
  assert (whole : p x / (p x + a * q x) = 1 / (1 + a * / (p x / q x))).
  { rewrite same; unfold Rdiv; rewrite Rinv_mult, Rinv_inv; ring. }
  split; [exact whole |]; intros nonzero; rewrite whole; do 2 f_equal; field; auto.
Qed.

Section Point.

Variables (n : nat) (p q : vector -> R) (x P Q : vector).
Hypothesis pair : smooth_pair n p q x P Q.

Let r := density_ratio p q x.
Let G := scale (/ q x ^ 2) (cross_gradient (p x) P (q x) Q).

Lemma p_x_pos : 0 < p x.
Proof. apply pair. Qed.

Lemma q_x_pos : 0 < q x.
Proof. apply pair. Qed.

Lemma r_pos : 0 < r.
Proof. apply Rdiv_lt_0_compat; apply pair. Qed.

Lemma p_eq : p x = r * q x.
Proof. unfold r, density_ratio; field; generalize q_x_pos; lra. Qed.

Lemma is_gradient_quotient (h : vector -> R) (H : vector) :
  h x <> 0 -> is_gradient n h x H ->
  is_gradient n (fun y => p y / h y) x (scale (/ h x ^ 2) (cross_gradient (p x) P (h x) H)).
Proof.
  intros nonzero h_is; destruct pair as [_ [_ [p_is _]]].
  eapply is_gradient_ext; cycle 1.
  - apply (is_gradient_mult n x p (fun y => / h y) P (scale (- / h x ^ 2) H)); [assumption |].
    apply (is_gradient_comp_line n x Rinv h); [| assumption].
    auto_derive; [assumption | field; assumption].
  - intros j _; unfold cross_gradient, add, sub, scale; field; assumption.
Qed.

Lemma is_gradient_ratio_at : is_gradient n (density_ratio p q) x G.
Proof.
  apply is_gradient_quotient; [generalize q_x_pos; lra | apply pair].
Qed.

Section Deviation.

Variables (f : R -> R) (f1 : R).
Hypothesis f_is : is_derive f r f1.

Let a := f r.

Lemma is_gradient_deviation : is_gradient n (fun y => f (density_ratio p q y)) x (scale f1 G).
Proof.
  apply (is_gradient_comp_line n x f (density_ratio p q));
    [assumption | apply is_gradient_ratio_at].
Qed.

Lemma is_gradient_weighted :
  is_gradient n (fun y => f (density_ratio p q y) * q y) x (add (scale (q x) (scale f1 G)) (scale
    a Q)).
Proof.
  apply (is_gradient_mult n x (fun y => f (density_ratio p q y)) q);
    [apply is_gradient_deviation | apply pair].
Qed.

(** Line 1 of the proof: A is the gradient of α = f(r), B that of α q. *)
Lemma cross_of_weighted A B :
  is_gradient n (fun y => f (density_ratio p q y)) x A ->
  is_gradient n (fun y => f (density_ratio p q y) * q y) x B ->
  same n (cross_gradient (p x) P (a * q x) B)
    (sub (scale a (cross_gradient (p x) P (q x) Q)) (scale (p x * q x) A)).
Proof.
  intros A_is B_is j inside; unfold cross_gradient, sub, scale.
  rewrite (gradient_unique n x _ B _ B_is is_gradient_weighted) by assumption.
  rewrite (gradient_unique n x _ A _ A_is is_gradient_deviation) by assumption.
  unfold add, scale, cross_gradient; fold r a; ring.
Qed.

(** Line 2. *)
Lemma cross_of_weighted_divided A B :
  is_gradient n (fun y => f (density_ratio p q y)) x A ->
  is_gradient n (fun y => f (density_ratio p q y) * q y) x B ->
  0 < a ->
  is_gradient n (fun y => ln (density_ratio p q y)) x
    (scale (/ (p x * q x * a)) (scale a (cross_gradient (p x) P (q x) Q)))
  /\ is_gradient n (fun y => ln (f (density_ratio p q y))) x (scale (/ a) A)
  /\ same n (scale (/ (p x * q x * a)) (cross_gradient (p x) P (a * q x) B))
       (sub (scale (/ r) G) (scale (/ a) A))
  /\ same n (scale (/ (p x * q x * a)) (cross_gradient (p x) P (a * q x) B)) (scale (/ r - f1 / a)
    G).
Proof.
  intros A_is B_is a_pos; generalize p_x_pos q_x_pos r_pos; intros p_pos q_pos r_positive.
  assert (A_eq := gradient_unique n x _ A _ A_is is_gradient_deviation).
  assert (line := cross_of_weighted A B A_is B_is); repeat split.
  - eapply is_gradient_ext; cycle 1.
    + apply (is_gradient_comp_line n x ln (density_ratio p q)); [| apply is_gradient_ratio_at].
      apply is_derive_Reals, derivable_pt_lim_ln; exact r_positive.
    + intros j _; unfold G, scale, density_ratio; field; lra.
  - apply (is_gradient_comp_line n x ln (fun y => f (density_ratio p q y))); [| assumption].
    apply is_derive_Reals, derivable_pt_lim_ln; exact a_pos.
  - intros j inside; unfold scale at 1; rewrite line by assumption.
    rewrite p_eq; unfold sub, scale, G, scale; rewrite p_eq; field; lra.
  - intros j inside; unfold scale at 1; rewrite line by assumption; unfold sub, scale at 1 2.
    rewrite A_eq by assumption; unfold scale, G, scale; rewrite p_eq; field; lra.
Qed.

Hypothesis apart : r + a <> 0.

Lemma denominator_nonzero : p x + f (density_ratio p q x) * q x <> 0.
Proof.
  fold r a; rewrite p_eq; replace (r * q x + a * q x) with ((r + a) * q x) by ring.
  apply Rmult_integral_contrapositive; split; [assumption | generalize q_x_pos; lra].
Qed.

(** ∇d̂ as a multiple of ∇r. *)
Lemma is_gradient_suboptimal :
  is_gradient n (suboptimal f p q) x (scale ((a - r * f1) / (r + a) ^ 2) G).
Proof.
  generalize p_x_pos q_x_pos r_pos; intros p_pos q_pos r_positive.
  eapply is_gradient_ext; cycle 1.
  - apply (is_gradient_quotient (fun y => p y + f (density_ratio p q y) * q y));
      [exact denominator_nonzero |].
    apply (is_gradient_plus n x p (fun y => f (density_ratio p q y) * q y));
      [apply pair | apply is_gradient_weighted].
  - intros j _; fold r a; unfold cross_gradient, add, sub, scale, G, scale, cross_gradient, sub,
    scale.
    replace (p x + a * q x) with ((r + a) * q x) by (rewrite p_eq; ring).
    rewrite p_eq; field; split; [lra | exact apart].
Qed.

Lemma suboptimal_eq : suboptimal f p q x = r / (r + a).
Proof.
  unfold suboptimal; fold r a.
  replace (p x + a * q x) with ((r + a) * q x) by (rewrite p_eq; ring).
  rewrite p_eq; generalize q_x_pos; intros; field; split; [exact apart | lra].
Qed.

End Deviation.

Lemma is_gradient_optimal : is_gradient n (optimal_d p q) x (scale (/ (1 + r) ^ 2) G).
Proof.
  assert (r_positive := r_pos).
  apply (is_gradient_of_near n x (suboptimal (fun _ => 1) p q) _ _ 1);
    [lra | intros y _; unfold suboptimal, optimal_d; now rewrite Rmult_1_l |].
  eapply is_gradient_ext; [| apply (is_gradient_suboptimal (fun _ => 1) 0); [| lra]].
  - intros j _; unfold scale; field; lra.
  - apply @is_derive_const.
Qed.

End Point.

(** The two gradients and the velocity, from ∇r. *)
Lemma suboptimal_gradients n p q x P Q (f : R -> R) (f1 : R) :
  smooth_pair n p q x P Q -> is_derive f (density_ratio p q x) f1 ->
  let r := density_ratio p q x in
  r + f r <> 0 ->
  exists G D Dhat : vector,
  is_gradient n (density_ratio p q) x G
  /\ is_gradient n (optimal_d p q) x D
  /\ is_gradient n (suboptimal f p q) x Dhat
  /\ same n Dhat (scale ((f r - r * f1) * ((1 + r) / (r + f r)) ^ 2) D)
  /\ same n (scale (/ suboptimal f p q x) Dhat)
       (scale ((f r - r * f1) / (r * (r + f r))) G).
Proof.
  intros pair f_is r apart; assert (r_positive := r_pos n p q x P Q pair); fold r in r_positive.
  assert (q_pos : q x <> 0) by (generalize (q_x_pos n p q x P Q pair); lra).
  do 3 eexists; split; [apply (is_gradient_ratio_at n p q x P Q pair) |].
  split; [apply (is_gradient_optimal n p q x P Q pair) |].
  split; [apply (is_gradient_suboptimal n p q x P Q pair f f1 f_is apart) |].
  split; intros j _.
  - fold r; unfold scale; field; repeat split; (assumption || lra).
  - unfold scale; rewrite (suboptimal_eq n p q x P Q pair f apart); fold r.
    field; repeat split; (assumption || lra).
Qed.

(** The cosine of the angle between two vectors. *)
Definition cosine (n : nat) (u v : vector) : R := dot n u v / (norm n u * norm n v).

Lemma cosine_of_multiple n k u v :
  same n u (scale k v) -> k <> 0 -> norm n v <> 0 -> cosine n u v = sign k.
Proof.
  intros equal nonzero long; assert (size := norm_nonneg n v).
  assert (square := norm_pow2 n v).
  unfold cosine; rewrite (norm_ext n u _ equal), norm_scale.
  rewrite (dot_ext n u (scale k v) v v equal) by easy.
  rewrite dot_scale_l, <- square.
  destruct (Rlt_le_dec 0 k) as [positive | negative].
  - rewrite sign_eq_1, Rabs_pos_eq by lra; field; lra.
  - rewrite sign_eq_m1, Rabs_left by lra; field; lra.
Qed.

Lemma sign_mult_pos k l : 0 < l -> sign (k * l) = sign k.
Proof.
  intros positive; destruct (Rtotal_order 0 k) as [above | [<- | below]].
  - rewrite !sign_eq_1; auto; nra.
  - now rewrite Rmult_0_l.
  - rewrite !sign_eq_m1; auto; nra.
Qed.

Lemma cosine_of_suboptimal n p q x P Q (f : R -> R) (f1 : R) D Dhat :
  smooth_pair n p q x P Q -> is_derive f (density_ratio p q x) f1 ->
  let r := density_ratio p q x in
  r + f r <> 0 -> f r / r - f1 <> 0 -> norm n D <> 0 ->
  is_gradient n (optimal_d p q) x D -> is_gradient n (suboptimal f p q) x Dhat ->
  cosine n Dhat D = sign (f r / r - f1).
Proof.
  intros pair f_is r apart steep long D_is Dhat_is.
  assert (r_positive := r_pos n p q x P Q pair); fold r in r_positive.
  destruct (suboptimal_gradients n p q x P Q f f1 pair f_is apart)
    as [G [E [Ehat [_ [E_is [Ehat_is [multiple _]]]]]]]; fold r in multiple.
  set (l := r * ((1 + r) / (r + f r)) ^ 2).
  assert (l_pos : 0 < l).
  { apply Rmult_lt_0_compat; [assumption |]; apply pow2_gt_0.
    apply Rmult_integral_contrapositive; split; [lra | now apply Rinv_neq_0_compat]. }
  rewrite <- (sign_mult_pos _ l l_pos).
  apply cosine_of_multiple; [| | assumption].
  - intros j inside; rewrite (gradient_unique n x _ _ _ Dhat_is Ehat_is) by assumption.
    rewrite multiple by assumption; unfold scale.
    rewrite (gradient_unique n x _ _ _ D_is E_is) by assumption; unfold l; field;
    repeat split; (assumption || lra).
  - apply Rmult_integral_contrapositive; split; lra.
Qed.

(** f = 1. *)
Lemma cosine_of_optimal n p q x P Q D :
  smooth_pair n p q x P Q -> norm n D <> 0 -> is_gradient n (optimal_d p q) x D ->
  1 / density_ratio p q x - 0 = / density_ratio p q x /\ 0 < / density_ratio p q x
  /\ exists Dhat, is_gradient n (suboptimal (fun _ => 1) p q) x Dhat /\ cosine n Dhat D = 1.
Proof.
  intros pair long D_is; assert (r_positive := r_pos n p q x P Q pair).
  assert (inverse : 0 < / density_ratio p q x) by now apply Rinv_0_lt_compat.
  split; [field; lra | split; [assumption |]].
  assert (f_is : is_derive (fun _ : R => 1) (density_ratio p q x) 0) by apply @is_derive_const.
  destruct (suboptimal_gradients n p q x P Q _ 0 pair f_is) as [_ [_ [Dhat [_ [_ [Dhat_is _]]]]]];
    [lra |]; exists Dhat; split; [assumption |].
  rewrite (cosine_of_suboptimal n p q x P Q (fun _ => 1) 0 D Dhat); auto; try lra.
  all: replace (1 / density_ratio p q x - 0) with (/ density_ratio p q x) by (field; lra).
  - now apply sign_eq_1.
Qed.

Lemma cosine_and_multiple n p q x P Q (f : R -> R) (f1 : R) D Dhat :
  smooth_pair n p q x P Q -> is_derive f (density_ratio p q x) f1 ->
  let r := density_ratio p q x in
  r + f r <> 0 -> f r / r - f1 <> 0 -> norm n D <> 0 ->
  is_gradient n (optimal_d p q) x D -> is_gradient n (suboptimal f p q) x Dhat ->
  cosine n Dhat D = sign (f r / r - f1)
  /\ same n Dhat (scale ((f r - r * f1) * ((1 + r) / (r + f r)) ^ 2) D).
Proof.
  intros pair f_is r apart steep long D_is Dhat_is.
  split; [now apply (cosine_of_suboptimal n p q x P Q f f1 D Dhat) |].
  destruct (suboptimal_gradients n p q x P Q f f1 pair f_is apart)
    as [G [E [Ehat [_ [E_is [Ehat_is [multiple _]]]]]]]; intros j inside.
  rewrite (gradient_unique n x _ _ _ Dhat_is Ehat_is), multiple by assumption; unfold scale.
  now rewrite (gradient_unique n x _ _ _ D_is E_is) by assumption.
Qed.

Lemma divided_lines n p q x P Q :
  smooth_pair n p q x P Q ->
  forall (f : R -> R) (f1 : R), is_derive f (density_ratio p q x) f1 ->
  forall A B : vector, let a := f (density_ratio p q x) in
  is_gradient n (fun y => f (density_ratio p q y)) x A ->
  is_gradient n (fun y => f (density_ratio p q y) * q y) x B -> 0 < a ->
  let r := density_ratio p q x in
  exists G, is_gradient n (density_ratio p q) x G
  /\ is_gradient n (fun y => ln (density_ratio p q y)) x
       (scale (/ (p x * q x * a)) (scale a (cross_gradient (p x) P (q x) Q)))
  /\ is_gradient n (fun y => ln (f (density_ratio p q y))) x (scale (/ a) A)
  /\ same n (scale (/ (p x * q x * a)) (cross_gradient (p x) P (a * q x) B))
       (sub (scale (/ r) G) (scale (/ a) A))
  /\ same n (scale (/ (p x * q x * a)) (cross_gradient (p x) P (a * q x) B))
       (scale (/ r - f1 / a) G).
Proof.
  intros pair f f1 f_is A B a A_is B_is a_pos r; eexists.
  split; [apply (is_gradient_ratio_at n p q x P Q pair) |].
  exact (cross_of_weighted_divided n p q x P Q pair f f1 f_is A B A_is B_is a_pos).
Qed.

Lemma suboptimal_velocity_of_ratio n p q x P Q (f : R -> R) (f1 : R) :
  smooth_pair n p q x P Q -> is_derive f (density_ratio p q x) f1 ->
  let r := density_ratio p q x in
  r + f r <> 0 ->
  exists G Dhat : vector,
  is_gradient n (density_ratio p q) x G /\ is_gradient n (suboptimal f p q) x Dhat
  /\ same n (scale (/ suboptimal f p q x) Dhat) (scale ((f r - r * f1) / (r * (r + f r))) G).
Proof.
  intros pair f_is r apart; destruct (suboptimal_gradients n p q x P Q f f1 pair f_is apart)
    as [G [_ [Dhat [G_is [_ [Dhat_is [_ velocity]]]]]]]; exists G, Dhat; auto.
Qed.
