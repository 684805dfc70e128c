//! size=1600x1200 noise=3.2 blur=0.6 warmth=0.97 vignette=30 exposure=1.12
// Two wooden mills that are one product, by the phone's flash: hard shadows on a wall close behind, bright middle, dark corners.
#include "studio.inc"

Phone(<6, 18, -54>, <0.0, 8.6, 0>, 29.5, 1.5)
HardLight(<13, 25, -54>, <0, 8, 4>, <0.95, 0.97, 1.0> * 1.05)
Room(<0.20, 0.20, 0.20>, <0.14, 0.14, 0.13>, <0.08, 0.08, 0.08>)

#macro Wood(A, B) texture {
  pigment {
    average
    pigment_map {
      [2 bozo color_map { [0 rgb B] [0.5 rgb (A + B) / 2] [1 rgb A] } warp { turbulence <0.5, 0.1, 0.5> octaves 5 } scale <0.7, 9, 0.7>]
      [1 granite color_map { [0 rgb B] [1 rgb A] } scale <0.6, 4, 0.6>]
    }
  }
  finish { diffuse 0.8 specular 0.4 roughness 0.03 }
} #end
#declare Oak = Wood(<0.52, 0.34, 0.18>, <0.40, 0.23, 0.11>)
#declare Walnut = Wood(<0.16, 0.075, 0.035>, <0.085, 0.038, 0.018>)
#declare Steel = texture {
  pigment { rgb <0.55, 0.55, 0.56> }
  finish { diffuse 0.3 specular 0.8 roughness 0.01 reflection { 0.4 metallic } metallic }
}

#macro Mill(W)
  union {
    lathe {
      cubic_spline 12
      <0, 0>, <2.7, 0>, <2.9, 0.4>, <2.8, 2.0>, <2.2, 3.6>, <1.7, 6.5>, <1.9, 8.6>, <2.5, 9.8>, <2.5, 10.6>, <1.2, 10.9>, <0, 10.95>, <0, 11>
      Skin(W)
    }
    cylinder { <0, 0.01, 0>, <0, 0.3, 0>, 2.75 Skin(W) }
    cylinder { <0, 10.7, 0>, <0, 11.3, 0>, 1.3 Skin(Steel) }
    lathe {
      cubic_spline 10
      <0, 11.1>, <1.6, 11.2>, <2.35, 11.5>, <2.5, 12.3>, <1.7, 13.4>, <1.55, 14.0>, <2.1, 15.2>, <1.6, 16.6>, <0, 17.1>, <-0.4, 17.1>
      Skin(W)
    }
    sphere { <0, 17.5, 0>, 0.62 Skin(Steel) }
  }
#end

object { Mill(Oak) rotate y * 40 translate <-4.4, 0, 0.8> }
object { Mill(Walnut) scale 0.88 translate <3.6, 0, -1.6> }

plane { y, 0 Stage(texture { Uneven(<0.52, 0.50, 0.47>, 0.04, 0.05, 14) normal { granite 0.03 scale 0.8 } }) }
plane { -z, -8 Stage(texture { Uneven(<0.58, 0.57, 0.54>, 0.03, 0.03, 20) normal { granite 0.08 scale 1.2 } }) }
