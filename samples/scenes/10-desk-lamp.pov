//! size=1200x1600 noise=9.0 blur=0.9 warmth=1.06 vignette=26 exposure=1.12
// A desk lamp by warm evening light: strong noise, a colour cast, thin arms, a table that meets the wall behind it.
#include "studio.inc"

Phone(<-6, 44, -92>, <1.5, 18.5, 0>, 24, 1.5)
SoftLight(<-70, 95, -60>, <0, 20, 0>, 16, <1.0, 0.80, 0.55> * 0.62)
Room(<0.10, 0.08, 0.06>, <0.10, 0.08, 0.06>, <0.06, 0.05, 0.04>)

#declare Enamel = texture {
  pigment { rgb <0.03, 0.16, 0.13> }
  finish { diffuse 0.8 specular 0.6 roughness 0.01 reflection { 0.02, 0.3 fresnel on } conserve_energy }
}
#declare Inside = texture { pigment { rgb 0.75 } finish { diffuse 0.85 } }
#declare Brass = texture {
  pigment { rgb <0.60, 0.42, 0.16> }
  finish { diffuse 0.4 specular 0.8 roughness 0.02 reflection { 0.25 metallic } metallic }
}

#declare Elbow = <-8, 21, 0>;
#declare Neck = <5, 35, 0>;

union {
  object { Round_Cylinder(<0, 0, 0>, <0, 2.0, 0>, 8, 0.7, 0) Skin(Enamel) }
  cylinder { <0, 2, 0>, <0, 3.6, 0>, 1.1 Skin(Brass) }
  cylinder { <0, 3, -0.8>, Elbow - 0.8 * z, 0.32 Skin(Brass) }
  cylinder { <0, 3, 0.8>, Elbow + 0.8 * z, 0.32 Skin(Brass) }
  sphere { Elbow, 1.35 Skin(Enamel) }
  cylinder { Elbow - 1.7 * z, Elbow + 1.7 * z, 0.6 Skin(Brass) }
  cylinder { Elbow - 0.8 * z, Neck - 0.8 * z, 0.32 Skin(Brass) }
  cylinder { Elbow + 0.8 * z, Neck + 0.8 * z, 0.32 Skin(Brass) }
  sphere { Neck, 1.2 Skin(Enamel) }
  union {
    difference {
      lathe { cubic_spline 8 <0, 1>, <1.6, 1.2>, <2.3, -0.5>, <2.7, -3>, <5.2, -6>, <6.8, -10>, <7.0, -11>, <7.0, -12> }
      cylinder { <0, -11, 0>, <0, -14, 0>, 9 }
      Skin(Enamel)
    }
    lathe { cubic_spline 6 <2.2, -0.5>, <2.5, -3>, <5.0, -6>, <6.6, -10>, <6.8, -11>, <6.8, -12> Skin(Inside) }
    torus { 6.95, 0.16 translate y * -10.9 Skin(Brass) }
    sphere { <0, -6.5, 0>, 2.4 Skin(Inside) }
    rotate z * 34
    translate Neck + <1.2, 0.4, 0>
  }
  rotate y * 22
}

plane { y, 0 Stage(texture { Uneven(<0.52, 0.44, 0.36>, 0.05, 0.06, 24) finish { specular 0.05 roughness 0.1 } }) }
plane { -z, -34 Stage(texture { Uneven(<0.66, 0.63, 0.58>, 0.03, 0.03, 40) normal { granite 0.05 scale 2 } }) }
