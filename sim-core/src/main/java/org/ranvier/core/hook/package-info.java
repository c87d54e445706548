/** What lets listeners come and go at the places that a simulation passes most often. Depends on nothing. */
package org.ranvier.core.hook;
