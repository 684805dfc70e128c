//! size=1600x1200 noise=2.6 blur=0.7 warmth=0.97 vignette=14 exposure=1.12
// Headphones on a bed sheet, the phone held crooked: the sheet shows inside the headband, folds look like edges.
#include "studio.inc"

Phone(<6, 60, -35>, <0.4, 1.5, -2.6>, 31, 17)
SoftLight(<-80, 70, 30>, <0, 0, 0>, 44, <0.95, 0.98, 1.0> * 0.95)
Room(<0.40, 0.42, 0.46>, <0.24, 0.24, 0.25>, <0.12, 0.12, 0.12>)

#declare Shell = texture {
  pigment { rgb <0.07, 0.075, 0.085> }
  finish { diffuse 0.7 specular 0.35 roughness 0.03 reflection { 0.01, 0.18 fresnel on } conserve_energy }
}
#declare Leather = texture {
  pigment { rgb <0.13, 0.075, 0.045> }
  normal { granite 0.12 scale 1.2 }
  finish { diffuse 0.75 specular 0.2 roughness 0.06 }
}
#declare Metal = texture {
  pigment { rgb <0.50, 0.50, 0.52> }
  finish { diffuse 0.4 specular 0.7 roughness 0.02 reflection { 0.3 metallic } metallic }
}

// A cup whose ear side faces +x.
#macro Cup()
  union {
    superellipsoid { <1, 0.45> rotate y * 90 scale <1.5, 4.6, 3.7> Skin(Shell) }
    torus { 2.75, 1.05 rotate z * 90 scale <1, 1.28, 1> translate x * 1.7 Skin(Leather) }
    cylinder { <1, 0, 0>, <1.3, 0, 0>, 2.6 Skin(Shell) }
    torus { 2.5, 0.14 rotate z * 90 translate x * -1.42 Skin(Metal) }
  }
#end

union {
  object { Cup() translate <-8.2, -7, 0> }
  object { Cup() scale <-1, 1, 1> translate <8.2, -7, 0> }
  // band: padded arch in the plane z = 0
  difference {
    torus { 8.6, 0.95 rotate x * 90 scale <1, 1, 1.7> }
    box { <-12, -12, -4>, <12, 0.5, 4> }
    Skin(Leather)
  }
  #for (Side, -1, 1, 2)
    cylinder { <8.6 * Side, 1.4, 0>, <8.7 * Side, -3.2, 0>, 0.42 Skin(Metal) }
    sphere { <8.6 * Side, 0.6, 0>, 1.05 Skin(Shell) }
    cylinder { <8.6 * Side, -4.4, -3.9>, <8.6 * Side, -4.4, 3.9>, 0.001 Skin(Metal) }
    torus { 3.95, 0.34 rotate z * 90 scale <1, 1.15, 1> translate <8.75 * Side, -7, 0> clipped_by { plane { -y, 7 } } Skin(Metal) }
  #end
  rotate x * 90
  translate <0, 3.9, 0.5>
  rotate y * 14
}

object { Cloth(240, 7, 16, 5.1) rotate y * 20 Stage(texture { pigment { rgb <0.60, 0.62, 0.64> } normal { average normal_map { [1 gradient x, 0.4 scale 0.12] [1 gradient z, 0.4 scale 0.12] } } }) }
