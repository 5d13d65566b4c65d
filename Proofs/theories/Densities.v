(** Densities on the plane, from their definitions, and the ratio of two Gaussians. *)

From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

(** The density of N([a, b], v I) on the plane. *)
Definition gaussian (v a b x y : R) : R :=
  / (2 * PI * v) * exp (- ((x - a) ^ 2 + (y - b) ^ 2) / (2 * v)).

(** The density of N(m, s²) on the line. *)
Definition gaussian1 (m s x : R) : R :=
  / (sqrt (2 * PI) * s) * exp (- (x - m) ^ 2 / (2 * s ^ 2)).

(** The density of the uniform law on [-h, h] × [-h, h]. *)
Definition uniform (h x y : R) : R :=
  if Rle_dec (Rabs x) h then if Rle_dec (Rabs y) h then / (2 * h) ^ 2 else 0 else 0.

(** A sum over the four corners (±c, ±c). *)
Definition corner_sum (c : R) (f : R -> R -> R) : R :=
  f c c + f c (- c) + f (- c) c + f (- c) (- c).

(** The density of the mixture of N([±c, ±c], v I) with weights 1/4. *)
Definition mixture (v c x y : R) : R := / 4 * corner_sum c (fun a b => gaussian v a b x y).

Lemma gaussian_pos v a b x y : 0 < v -> 0 < gaussian v a b x y.
Proof.
  intros positive; unfold gaussian; apply Rmult_lt_0_compat; [| apply exp_pos].
  apply Rinv_0_lt_compat, Rmult_lt_0_compat; auto.
  generalize PI_RGT_0; lra.
Qed.

Lemma gaussian1_pos m s x : 0 < s -> 0 < gaussian1 m s x.
Proof.
  intros positive; unfold gaussian1; apply Rmult_lt_0_compat; [| apply exp_pos].
  apply Rinv_0_lt_compat, Rmult_lt_0_compat; auto.
  apply sqrt_lt_R0; generalize PI_RGT_0; lra.
Qed.

Lemma uniform_inside h x y : Rabs x <= h -> Rabs y <= h -> uniform h x y = / (2 * h) ^ 2.
Proof.
  intros inX inY; unfold uniform.
  destruct (Rle_dec (Rabs x) h); [destruct (Rle_dec (Rabs y) h) |]; tauto.
Qed.

Lemma uniform_outside h x y : h < Rabs x \/ h < Rabs y -> uniform h x y = 0.
Proof.
  intros outside; unfold uniform.
  destruct (Rle_dec (Rabs x) h); [destruct (Rle_dec (Rabs y) h) |]; lra.
Qed.

Lemma corner_sum_pos c f : (forall a b, 0 < f a b) -> 0 < corner_sum c f.
Proof. intros positive; unfold corner_sum; repeat apply Rplus_lt_0_compat; auto. Qed.

Lemma corner_sum_ext c f h :
  (forall a b, (a = c \/ a = - c) -> (b = c \/ b = - c) -> f a b = h a b) ->
  corner_sum c f = corner_sum c h.
Proof. intros same; unfold corner_sum; rewrite !same; auto. Qed.

Lemma corner_sum_scal c k f : corner_sum c (fun a b => k * f a b) = k * corner_sum c f.
Proof. unfold corner_sum; ring. Qed.

Lemma mixture_pos v c x y : 0 < v -> 0 < mixture v c x y.
Proof.
  intros positive; unfold mixture; apply Rmult_lt_0_compat; [lra |].
  apply corner_sum_pos; auto using gaussian_pos.
Qed.

Lemma is_derive_corner_sum c (f : R -> R -> R -> R) (f' : R -> R -> R) x :
  (forall a b, is_derive (f a b) x (f' a b)) ->
  is_derive (fun u => corner_sum c (fun a b => f a b u)) x (corner_sum c f').
Proof.
  intros each; unfold corner_sum.
  repeat apply @is_derive_plus; auto.
Qed.

(** The completed square of the ratio of N([a, b], v I) to N([m, n], w I), without its factor:
    exp(-k/2 |x - centre|² + rest) with k = 1/v - 1/w. *)
Definition bump (v w a b m n x y : R) : R :=
  exp (- ((w - v) / (2 * v * w)
        * ((x - (w * a - v * m) / (w - v)) ^ 2 + (y - (w * b - v * n) / (w - v)) ^ 2))
       + ((a - m) ^ 2 + (b - n) ^ 2) / (2 * (w - v))).

Lemma gaussian_ratio v w a b m n x y :
  0 < v < w -> gaussian v a b x y / gaussian w m n x y = w / v * bump v w a b m n x y.
Proof.
  intros [positive wider]; unfold gaussian, bump.
  replace (- ((w - v) / (2 * v * w) * _) + _)
    with (- ((x - a) ^ 2 + (y - b) ^ 2) / (2 * v)
          + - (- ((x - m) ^ 2 + (y - n) ^ 2) / (2 * w))) by (field; lra).
  rewrite exp_plus, exp_Ropp.
  generalize PI_RGT_0 (exp_pos (- ((x - m) ^ 2 + (y - n) ^ 2) / (2 * w))); intros; field; lra.
Qed.

Lemma mixture_ratio v w c m x y :
  0 < v < w ->
  mixture v c x y / gaussian w m m x y
  = w / (4 * v) * corner_sum c (fun a b => bump v w a b m m x y).
Proof.
  intros widths.
  assert (away : gaussian w m m x y <> 0) by (apply Rgt_not_eq, gaussian_pos; lra).
  assert (each : forall a b,
    gaussian v a b x y = gaussian w m m x y * (w / v) * bump v w a b m m x y).
  { intros a b; rewrite Rmult_assoc, <- gaussian_ratio by auto; now field. }
  unfold mixture; rewrite (corner_sum_ext _ _ _ (fun a b _ _ => each a b)), corner_sum_scal.
  field; lra.
Qed.

Lemma is_derive_bump_x (v w a b m n x y : R) :
  0 < v < w ->
  is_derive (fun u => bump v w a b m n u y) x
    (- ((w - v) / (v * w)) * (x - (w * a - v * m) / (w - v)) * bump v w a b m n x y).
Proof.
  intros widths; unfold bump; auto_derive; [lra |].
  match goal with |- _ * exp ?e = _ * exp ?f => replace e with f by (field; lra) end.
  field; lra.
Qed.

Lemma bump_swap v w a b m n x y : bump v w a b m n x y = bump v w b a n m y x.
Proof. unfold bump; f_equal; unfold Rdiv; ring. Qed.

Lemma is_derive_bump_y (v w a b m n x y : R) :
  0 < v < w ->
  is_derive (fun u => bump v w a b m n x u) y
    (- ((w - v) / (v * w)) * (y - (w * b - v * n) / (w - v)) * bump v w a b m n x y).
Proof.
  intros widths; rewrite bump_swap.
  apply (is_derive_ext (fun u => bump v w b a n m u x)); auto using is_derive_bump_x.
  intros u; apply bump_swap.
Qed.
