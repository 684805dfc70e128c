//! size=1600x1200 noise=2.0 blur=0.7 warmth=1.02 vignette=16 exposure=1.12
// A polished kettle: its sides mirror the table and the window; holes under the handle.
#include "studio.inc"

Phone(<-10, 33, -66>, <1.6, 9.4, 0>, 30.5, -1)
SoftLight(<-75, 60, -50>, <0, 8, 0>, 46, <1.0, 0.98, 0.96> * 0.95)
Room(<0.45, 0.46, 0.48>, <0.22, 0.21, 0.20>, <0.10, 0.09, 0.08>)
#if (!Mask)
  // furniture and a doorway to be mirrored
  union {
    box { <60, -1, -160>, <110, 130, -150> pigment { rgb <0.10, 0.07, 0.05> } }
    box { <-20, 0, -200>, <30, 160, -190> pigment { rgb <0.05, 0.05, 0.06> } }
    box { <-200, 0, -60>, <-190, 60, 80> pigment { rgb <0.20, 0.12, 0.07> } }
    no_shadow
  }
#end

#declare Chrome = texture {
  pigment { rgb <0.62, 0.62, 0.63> }
  normal { bumps 0.01 scale 2 }
  finish { diffuse 0.12 specular 0.9 roughness 0.003 reflection { 0.72 metallic } metallic }
}
#declare Bakelite = texture {
  pigment { rgb <0.02, 0.018, 0.016> }
  finish { diffuse 0.7 specular 0.4 roughness 0.02 reflection { 0.02, 0.2 fresnel on } conserve_energy }
}

union {
  lathe {
    cubic_spline 10
    <0, 0.0>, <7.6, 0.0>, <9.2, 0.6>, <9.7, 2.2>, <9.0, 6.0>, <7.4, 9.6>, <5.2, 11.6>, <4.2, 12.0>, <0, 12.3>, <0, 12.3>
    Skin(Chrome)
  }
  cylinder { <0, 0.02, 0>, <0, 0.8, 0>, 7.8 Skin(Chrome) }
  lathe { cubic_spline 7 <4.4, 11.6>, <4.4, 12.1>, <3.8, 12.7>, <2.0, 13.3>, <0.6, 13.5>, <0, 13.5>, <0, 13.4> Skin(Chrome) }
  sphere { <0, 14.3, 0>, 1.0 scale <1, 1, 1> Skin(Bakelite) }
  cylinder { <0, 13.2, 0>, <0, 14, 0>, 0.5 Skin(Chrome) }
  // spout
  sphere_sweep {
    cubic_spline 6
    <5, 3, 0>, 2.4 <7.2, 5, 0>, 2.1 <10, 7.4, 0>, 1.5 <11.6, 10.3, 0>, 1.1 <13.4, 12.0, 0>, 0.95 <15, 13, 0>, 0.9
    Skin(Chrome)
  }
  cylinder { <13.30, 11.92, 0>, <14.02, 12.40, 0>, 0.62 Skin(texture { pigment { rgb 0.01 } }) }
  // bail handle
  sphere_sweep {
    cubic_spline 9
    <6.6, 8.6, 0>, 0.4 <6.9, 9.9, 0>, 0.42 <7.2, 14, 0>, 0.42 <5.6, 18, 0>, 0.42 <0, 19.6, 0>, 0.42 <-5.6, 18, 0>, 0.42 <-7.2, 14, 0>, 0.42 <-6.9, 9.9, 0>, 0.42 <-6.6, 8.6, 0>, 0.4
    Skin(Chrome)
  }
  sphere_sweep { cubic_spline 7 <6.6, 17, 0>, 0.7 <5.3, 18.2, 0>, 0.9 <3, 19.3, 0>, 1.0 <0, 19.6, 0>, 1.0 <-3, 19.3, 0>, 1.0 <-5.3, 18.2, 0>, 0.9 <-6.6, 17, 0>, 0.7 Skin(Bakelite) }
  rotate y * 20
}

plane { y, 0 Stage(texture { Uneven(<0.40, 0.44, 0.50>, 0.04, 0.05, 14) normal { granite 0.03 scale 0.8 } }) }
