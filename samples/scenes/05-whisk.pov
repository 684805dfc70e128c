//! size=1600x1200 noise=2.2 blur=0.6 warmth=1.05 vignette=14 exposure=1.0
// A wire whisk: the table shows through between wires a few pixels wide.
#include "studio.inc"

Phone(<-2, 52, -20>, <0.3, 1.5, -0.3>, 32, 9)
SoftLight(<-50, 80, 40>, <0, 2, 0>, 26, <1.0, 0.97, 0.93> * 0.9)
Room(<0.50, 0.50, 0.52>, <0.20, 0.19, 0.18>, <0.03, 0.03, 0.03>)

#declare Steel = texture {
  pigment { rgb <0.42, 0.42, 0.43> }
  finish { diffuse 0.25 specular 0.9 roughness 0.008 reflection { 0.55 metallic } metallic }
}
#declare Handle = texture {
  pigment { rgb <0.05, 0.05, 0.055> }
  finish { diffuse 0.7 specular 0.3 roughness 0.03 reflection { 0.01, 0.12 fresnel on } }
}

#declare Loop = function { spline { cubic_spline
  -0.08, <-1, 0.30> 0.00, <0, 0.45> 0.10, <3, 1.2> 0.23, <7, 2.6> 0.34, <10.5, 3.3> 0.43, <13.2, 2.7> 0.50, <14.5, 0>
  0.57, <13.2, -2.7> 0.66, <10.5, -3.3> 0.77, <7, -2.6> 0.90, <3, -1.2> 1.00, <0, -0.45> 1.08, <-1, -0.3>
} }

union {
  // loops: each a balloon-shaped wire, turned about the long axis; short rods and beads trace faster than a sweep
  #for (I, 0, 7)
    union {
      #for (J, 0, 71)
        #local A = Loop(J / 72); #local B = Loop((J + 1) / 72);
        cylinder { <A.u, 0, A.v>, <B.u, 0, B.v>, 0.1 }
        sphere { <A.u, 0, A.v>, 0.1 }
      #end
      scale <1 - 0.012 * I, 1, 1 - 0.03 * mod(I, 3)>
      rotate x * (I * 22.5 + 9)
      Skin(Steel)
    }
  #end
  cone { <0.6, 0, 0>, 0.95, <-1.2, 0, 0>, 1.0 Skin(Steel) }
  sphere_sweep {
    cubic_spline 6
    <0, 0, 0>, 1.0 <-1.2, 0, 0>, 1.0 <-5, 0, 0>, 1.25 <-10, 0, 0>, 1.1 <-13.5, 0, 0>, 0.9 <-15, 0, 0>, 0.7
    Skin(Handle)
  }
  torus { 0.75, 0.16 rotate x * 90 translate x * -14.9 Skin(Steel) }
  rotate z * 5.4
  translate y * 2.35
  rotate y * 23
}

plane { y, 0 Stage(texture { Uneven(<0.62, 0.54, 0.44>, 0.04, 0.05, 14) normal { granite 0.02 scale 0.8 } }) }
