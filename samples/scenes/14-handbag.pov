//! size=1600x1200 noise=2.6 blur=0.7 warmth=1.05 vignette=14 exposure=1.1
// A handbag on a table before a wall: two backgrounds, and both show through under the strap.
#include "studio.inc"

Phone(<-13, 30, -84>, <0.3, 13.6, 0>, 32, -1)
SoftLight(<60, 90, -50>, <0, 12, 0>, 50, <1.0, 0.96, 0.90> * 0.95)
Room(<0.36, 0.36, 0.38>, <0.26, 0.25, 0.24>, <0.14, 0.13, 0.12>)

#macro Hide(C) texture {
  pigment { granite color_map { [0 rgb C * 0.85] [1 rgb C * 1.12] } scale 3 }
  normal { crackle 0.12 scale 0.35 }
  finish { diffuse 0.78 specular 0.25 roughness 0.05 }
} #end
#declare Tan = Hide(<0.36, 0.10, 0.05>)
#declare Dark = Hide(<0.20, 0.055, 0.03>)
#declare Thread = texture { pigment { rgb <0.70, 0.52, 0.32> } }
#declare Brass = texture {
  pigment { rgb <0.65, 0.47, 0.20> }
  finish { diffuse 0.4 specular 0.8 roughness 0.01 reflection { 0.3 metallic } metallic }
}

union {
  // body: wider at the foot, a little slumped
  isosurface {
    function { f_rounded_box(x * (1 + (y - 8) * 0.012), y - 8.6, z * (1 + (y - 8) * 0.03), 2.2, 13, 8.6, 4.6) + 0.22 * (f_noise3d(x * 0.18, y * 0.22, z * 0.3) - 0.5) }
    contained_by { box { <-15.5, -0.2, -6.5>, <15.5, 17.6, 6.5> } }
    max_gradient 1.8
    Skin(Tan)
  }
  // flap
  isosurface {
    function { max(f_rounded_box(x * (1 + (y - 8) * 0.012), y - 12.6 - 0.012 * x * x * 0.6, z * (1 + (y - 8) * 0.03), 2.0, 13.1, 5.0, 4.95), z - 3.6) + 0.18 * (f_noise3d(x * 0.18, y * 0.22, z * 0.3) - 0.5) }
    contained_by { box { <-15.5, 6.5, -6.5>, <15.5, 19.6, 4> } }
    max_gradient 2.2
    Skin(Dark)
  }
  // clasp
  object { Round_Box(<-1.6, 6.8, -5.9>, <1.6, 9.4, -4.6>, 0.3, 0) Skin(Brass) }
  cylinder { <0, 8.1, -6.1>, <0, 8.1, -5>, 0.45 Skin(Brass) }
  // stitches along the foot
  #for (I, 0, 30)
    box { <-0.26, 0, -0.05>, <0.26, 0.09, 0.05> translate <-11.4 + I * 0.76, 2.3, -5.06> Skin(Thread) }
  #end
  // strap
  #for (Side, -1, 1, 2)
    torus { 1.1, 0.2 rotate x * 90 translate <Side * 11.8, 18.0, -0.5> Skin(Brass) }
  #end
  sphere_sweep {
    cubic_spline 9
    <-12.4, 15, 0>, 0.55 <-11.8, 18.2, 0>, 0.55 <-10.4, 23.5, 0>, 0.55 <-6, 28.2, 0.6>, 0.55 <0.4, 29.6, 1.0>, 0.55 <6.6, 27.8, 0.8>, 0.55 <10.6, 23.0, 0.4>, 0.55 <11.8, 18.2, 0>, 0.55 <12.4, 15, 0>, 0.55
    scale <1, 1, 1.6>
    Skin(Dark)
  }
  rotate y * -20
  translate y * -0.13
}

plane { y, 0 Stage(texture { Boards(<0.60, 0.50, 0.38>, <0.50, 0.40, 0.29>, 400) finish { specular 0.08 roughness 0.06 } }) }
plane { -z, -30 Stage(texture { Uneven(<0.62, 0.64, 0.62>, 0.02, 0.03, 40) normal { granite 0.06 scale 2 } }) }
