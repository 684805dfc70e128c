//! size=1600x1200 noise=4.0 blur=0.7 warmth=1.06 vignette=20 exposure=1.1
// A black camera on a dark table: the body's shaded side, the shadow and the wood are close together.
#include "studio.inc"

Phone(<-10, 21, -33>, <-0.2, 4.3, -1>, 31, 1)
SoftLight(<45, 52, -22>, <0, 4, 0>, 28, <1.0, 0.95, 0.88> * 1.7)
Room(<0.5, 0.5, 0.51>, <0.42, 0.40, 0.38>, <0.08, 0.07, 0.06>)

#declare Black = texture {
  pigment { rgb <0.022, 0.022, 0.024> }
  finish { diffuse 0.8 specular 0.25 roughness 0.05 reflection { 0.01, 0.1 fresnel on } conserve_energy }
}
#declare Grain = texture {
  pigment { rgb <0.028, 0.027, 0.027> }
  normal { crackle 0.6 scale 0.16 }
  finish { diffuse 0.8 specular 0.2 roughness 0.06 }
}
#declare Metal = texture {
  pigment { rgb <0.50, 0.50, 0.52> }
  finish { diffuse 0.4 specular 0.8 roughness 0.02 reflection { 0.25 metallic } metallic }
}
#declare Lens = texture {
  pigment { rgb <0.02, 0.015, 0.04> }
  finish { diffuse 0.3 specular 1 roughness 0.002 reflection { 0.06, 0.8 fresnel on } conserve_energy }
}
#declare White = texture { pigment { rgb 0.7 } }

union {
  object { Round_Box(<-6.8, 0, -1.9>, <6.8, 7.4, 1.9>, 0.7, 0) Skin(Grain) }
  object { Round_Box(<-6.85, 6.2, -1.95>, <6.85, 7.9, 1.95>, 0.6, 0) Skin(Black) }
  object { Round_Box(<-6.85, 0, -1.95>, <6.85, 0.9, 1.95>, 0.4, 0) Skin(Black) }
  // prism hump
  prism { linear_sweep -1.7, 1.7, 5 <-2.6, 0>, <2.6, 0>, <1.6, 2.1>, <-1.6, 2.1>, <-2.6, 0> rotate x * -90 translate y * 7.7 Skin(Black) }
  object { Round_Box(<-6.6, 0.4, -3.3>, <-4.0, 7.0, -1.2>, 0.9, 0) Skin(Grain) }
  // lens
  union {
    cylinder { <0, 0, -1.8>, <0, 0, -2.6>, 3.2 Skin(Metal) }
    cylinder { <0, 0, -2.6>, <0, 0, -4.6>, 3.05 Skin(Black) }
    #for (I, 0, 47) box { <-0.1, 3.02, -4.4>, <0.1, 3.16, -3.2> rotate z * I * 7.5 Skin(Black) } #end
    cylinder { <0, 0, -4.6>, <0, 0, -5.0>, 2.85 Skin(White) }
    difference { cylinder { <0, 0, -5.0>, <0, 0, -6.6>, 2.95 } cylinder { <0, 0, -5.6>, <0, 0, -7>, 2.6 } Skin(Black) }
    sphere { <0, 0, -2.8>, 3.4 clipped_by { cylinder { <0, 0, -7>, <0, 0, -5>, 2.6 } } Skin(Lens) }
    translate <0.8, 3.7, 0>
  }
  // dials
  cylinder { <4.6, 7.8, 0>, <4.6, 8.7, 0>, 1.2 Skin(Metal) }
  cylinder { <-4.8, 7.8, 0>, <-4.8, 8.5, 0>, 0.9 Skin(Black) }
  cylinder { <-4.8, 7.8, 0>, <-4.8, 8.75, 0>, 0.45 Skin(Metal) }
  #local T = text { ttf "timrom.ttf" "OPTA" 0.2, 0 }
  object { T scale <1.0, 0.9, 1> translate <-(max_extent(T).x) / 2, 8.1, -1.76> Skin(White) }
  rotate y * 16
}

plane { y, 0 Stage(texture { Boards(<0.13, 0.078, 0.048>, <0.085, 0.048, 0.030>, 15) rotate y * -14 finish { diffuse 0.8 specular 0.1 roughness 0.05 reflection { 0.01, 0.12 fresnel on } conserve_energy } }) }
