/** Test doubles for what a core meets: a fabric and a barrier with timing that is easy to calculate. */
package org.ranvier.core.doubles;
